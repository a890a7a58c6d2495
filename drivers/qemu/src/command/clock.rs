//! The guest's clock, its timers, and what the power buttons of its machine do.

use super::{Line, Options, Plan, refuse};
use crate::emulator::Flag;
use virt_conf::domain::clock::{ClockBasis, ClockOffset, TickPolicy, Timer, TimerName, TimerTrack};
use virt_error::{Result, bail, error};
use virt_sys::clock::{coarse_time, local_offset};
use virt_xml::YesNo;

/// The timer of that name.
fn timer<'p>(plan: &'p Plan<'_>, name: TimerName) -> Option<&'p Timer> {
    plan.domain.clock.as_ref()?.timers.iter().find(|timer| timer.name == Some(name))
}

/// Whether the guest has the timer HPET, where the document says so.
pub fn hpet(plan: &Plan<'_>) -> Option<bool> {
    timer(plan, TimerName::Hpet)?.present.map(|YesNo(present)| present)
}

/// `-rtc`: what time the guest's clock shows first, and what it follows.
pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let mut rtc = Options::default();
    rtc.put("base", base(plan)?);
    if let Some(timer) = timer(plan, TimerName::Rtc) {
        match timer.track {
            Some(TimerTrack::Guest) => rtc.put("clock", "vm"),
            Some(TimerTrack::Wall) => rtc.put("clock", "host"),
            Some(TimerTrack::Realtime) => rtc.put("clock", "rt"),
            Some(track @ TimerTrack::Boot) => {
                bail!(Qemu, ConfigUnsupported, "unsupported rtc timer track '{track}'")
            }
            None => {}
        }
        match timer.tickpolicy {
            Some(TickPolicy::Catchup) => rtc.put("driftfix", "slew"),
            Some(TickPolicy::Delay) | None => {}
            Some(policy) => bail!(Qemu, ConfigUnsupported, "unsupported rtc timer tickpolicy '{policy}'"),
        }
    }
    line.pair("-rtc", rtc);
    Ok(())
}

fn base(plan: &Plan<'_>) -> Result<String> {
    let Some(clock) = plan.domain.clock.as_deref() else { return Ok("utc".to_owned()) };
    Ok(match clock.offset.unwrap_or(ClockOffset::Utc) {
        ClockOffset::Utc => "utc".to_owned(),
        ClockOffset::Localtime | ClockOffset::Timezone => "localtime".to_owned(),
        ClockOffset::Variable => {
            let word = clock.adjustment.as_deref().unwrap_or("0");
            let adjustment = virt_xml::signed(word, 10)
                .ok_or_else(|| error!(Qemu, XmlError, "the clock's adjustment '{word}' is not a number"))?;
            let moment = (coarse_time().as_secs() as i64).saturating_add(adjustment);
            iso(match clock.basis {
                Some(ClockBasis::Localtime) => moment.saturating_add(local_offset(moment)),
                Some(ClockBasis::Utc) | None => moment,
            })
        }
        ClockOffset::Absolute => iso(clock.start.unwrap_or(0)),
    })
}

/// A moment in seconds since 1970, as `2009-02-15T09:49:06`.
fn iso(seconds: i64) -> String {
    let (days, time) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Years are counted from the first of March of year 0, so that leap days are the last of their year.
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = era * 400 + year + later;
    let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// What becomes of ticks that the guest missed, and timers that it does without.
pub fn timers(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for timer in plan.domain.clock.iter().flat_map(|clock| &clock.timers) {
        match timer.name {
            Some(TimerName::Platform) => {
                bail!(Qemu, ConfigUnsupported, "unsupported timer type (name) 'platform'")
            }
            Some(TimerName::Pit) => {
                let policy = match timer.tickpolicy {
                    Some(TickPolicy::Delay) => "delay",
                    Some(TickPolicy::Discard) => "discard",
                    Some(TickPolicy::Catchup) | None => continue,
                    Some(policy @ TickPolicy::Merge) => {
                        bail!(Qemu, ConfigUnsupported, "unsupported pit tickpolicy '{policy}'")
                    }
                };
                if plan.emulator.has(Flag::KvmPitLostTickPolicy) {
                    line.pair("-global", format_args!("kvm-pit.lost_tick_policy={policy}"));
                }
            }
            Some(TimerName::Hpet)
                if !plan.emulator.has(Flag::MachineHpet) && timer.present == Some(YesNo(false)) =>
            {
                line.flag("-no-hpet");
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether the guest may sleep.
pub fn power(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let Some(pm) = plan.domain.pm.as_deref() else { return Ok(()) };
    let (driver, has_mem, has_disk) = match plan.machine_is("q35") {
        true => ("ICH9-LPC", Flag::Ich9DisableS3, Flag::Ich9DisableS4),
        false => ("PIIX4_PM", Flag::PiixDisableS3, Flag::PiixDisableS4),
    };
    for (name, element, switch, flag) in [
        ("disable_s3", "<suspend-to-mem>", pm.suspend_to_mem, has_mem),
        ("disable_s4", "<suspend-to-disk>", pm.suspend_to_disk, has_disk),
    ] {
        let Some(YesNo(enabled)) = switch else { continue };
        if !plan.emulator.has(flag) {
            return Err(refuse(element));
        }
        line.pair("-global", format_args!("{driver}.{name}={}", u8::from(!enabled)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_dates() {
        for (seconds, date) in [
            (0, "1970-01-01T00:00:00"),
            (-1, "1969-12-31T23:59:59"),
            (951_782_399, "2000-02-28T23:59:59"),
            (951_782_400, "2000-02-29T00:00:00"),
            (1_234_691_346, "2009-02-15T09:49:06"),
            (253_402_300_799, "9999-12-31T23:59:59"),
        ] {
            assert_eq!(iso(seconds), date);
        }
    }
}
