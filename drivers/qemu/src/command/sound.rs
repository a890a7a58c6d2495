//! Sound cards and the host's audio.

use super::address::{alias, put_address, put_virtio, virtio_driver};
use super::{Line, Plan, Props};
use virt_conf::domain::sound::{Audio, AudioDirection, AudioType, Codec, CodecType, Sound, SoundModel};
use virt_error::{Result, bail};

pub fn audios(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for one in &plan.domain.devices.audios {
        if let Some(driver) = &one.driver {
            line.environment("SDL_AUDIODRIVER", driver);
        }
        if one.kind == Some(AudioType::Pipewire) {
            let own = || std::env::var("PIPEWIRE_RUNTIME_DIR").ok();
            if let Some(directory) = one.runtime_dir.clone().or_else(own) {
                line.environment("PIPEWIRE_RUNTIME_DIR", &directory);
            }
        }
        line.pair("-audiodev", audio(one)?);
    }
    Ok(())
}

/// The host's side.
fn audio(audio: &Audio) -> Result<Props> {
    let Some(kind) = audio.kind else {
        bail!(Qemu, InternalError, "an audio backend of the guest has no type");
    };
    let driver = match kind {
        AudioType::PulseAudio => "pa",
        AudioType::File => "wav",
        other => other.as_str(),
    };
    let mut props = Props::new().with("id", format!("audio{}", audio.id.unwrap_or(1))).with("driver", driver);
    props.put_some("timer-period", audio.timer_period.filter(|&period| period > 0));
    match kind {
        AudioType::Oss => {
            props.put_yes("try-mmap", audio.try_mmap);
            props.put_yes("exclusive", audio.exclusive);
            props.put_some("dsp-policy", audio.dsp_policy);
        }
        AudioType::PulseAudio => props.put_some("server", audio.server_name.as_deref()),
        AudioType::File => props.put_some("path", audio.path.as_deref()),
        _ => {}
    }
    for (name, direction) in [("in", &audio.input), ("out", &audio.output)] {
        let direction = direction.as_deref().map(|one| self::direction(kind, one));
        if let Some(direction) = direction.filter(|direction| !direction.is_empty()) {
            props.put(name, direction);
        }
    }
    Ok(props)
}

fn direction(kind: AudioType, one: &AudioDirection) -> Props {
    let mut props = Props::new();
    let positive = |number: Option<u32>| number.filter(|&number| number > 0);
    props.put_yes("mixing-engine", one.mixing_engine);
    props.put_yes("fixed-settings", one.fixed_settings);
    props.put_some("voices", positive(one.voices));
    props.put_some("buffer-length", positive(one.buffer_length));
    if let Some(settings) = &one.settings {
        props.put_some("frequency", positive(settings.frequency));
        props.put_some("channels", positive(settings.channels));
        props.put_some("format", settings.format.map(|format| format.as_str()));
    }
    match kind {
        AudioType::Alsa => {
            props.put_some("dev", one.dev.as_deref());
            props.put_yes("try-poll", one.try_poll);
        }
        AudioType::CoreAudio | AudioType::Sdl => {
            props.put_some("buffer-count", positive(one.buffer_count));
        }
        AudioType::Jack => {
            props.put_some("server-name", one.server_name.as_deref());
            props.put_some("client-name", one.client_name.as_deref());
            props.put_some("connect-ports", one.connect_ports.as_deref());
            props.put_yes("exact-name", one.exact_name);
        }
        AudioType::Oss => {
            props.put_some("dev", one.dev.as_deref());
            props.put_some("buffer-count", positive(one.buffer_count));
            props.put_yes("try-poll", one.try_poll);
        }
        AudioType::PulseAudio | AudioType::Pipewire => {
            props.put_some("name", one.name.as_deref());
            props.put_some("stream-name", one.stream_name.as_deref());
            props.put_some("latency", positive(one.latency));
        }
        AudioType::None | AudioType::Spice | AudioType::File | AudioType::Dbus => {}
    }
    props
}

/// The audio that a card plays to: the one that it names, or the guest's first.
fn backend(plan: &Plan<'_>, sound: &Sound) -> Option<String> {
    let first = || plan.domain.devices.audios.first().and_then(|audio| audio.id);
    sound.audio.or_else(first).map(|id| format!("audio{id}"))
}

pub fn sounds(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for sound in &plan.domain.devices.sounds {
        let id = alias(&sound.info)?;
        let Some(model) = sound.model else {
            bail!(Qemu, InternalError, "a sound card of the guest has no model");
        };
        let audiodev = backend(plan, sound);
        let (driver, intel) = match model {
            SoundModel::Sb16 => ("sb16", false),
            SoundModel::Es1370 => ("ES1370", false),
            SoundModel::Ac97 => ("AC97", false),
            SoundModel::Usb => ("usb-audio", false),
            SoundModel::Ich6 => ("intel-hda", true),
            SoundModel::Ich9 => ("ich9-intel-hda", true),
            SoundModel::Virtio => ("virtio-sound", false),
            // The speaker is part of the machine.
            SoundModel::Pcspk => continue,
            SoundModel::Ich7 => {
                bail!(Qemu, ConfigUnsupported, "sound card model '{model}' is not supported by qemu")
            }
        };
        let mut props = if model == SoundModel::Virtio {
            let mut props = Props::device(virtio_driver(driver, &sound.info, None)?);
            if let Some(driver) = sound.driver.as_deref() {
                put_virtio(&mut props, [driver.iommu, driver.ats, driver.packed, driver.page_per_vq]);
            }
            props.put_some("streams", sound.streams.filter(|&streams| streams > 0));
            props
        } else {
            Props::device(driver)
        };
        props.put("id", id);
        if !intel {
            props.put_some("audiodev", audiodev.as_deref());
        }
        props.put_yes("multi", sound.multichannel);
        put_address(&mut props, plan, &sound.info)?;
        line.device(&sound.info, props)?;
        if intel {
            append_codecs(line, sound, id, audiodev.as_deref())?;
        }
    }
    Ok(())
}

/// What turns a stream of Intel's controller into sound; one in both directions where none is named.
fn append_codecs(line: &mut Line, sound: &Sound, id: &str, audiodev: Option<&str>) -> Result<()> {
    let both = [Codec { kind: Some(CodecType::Duplex), ..Codec::default() }];
    let codecs = if sound.codecs.is_empty() { &both[..] } else { &sound.codecs };
    for (number, codec) in codecs.iter().enumerate() {
        let kind = codec.kind.unwrap_or(CodecType::Duplex);
        let mut props = Props::device(format!("hda-{kind}")).with("id", format!("{id}-codec{number}"));
        props.put("bus", format!("{id}.0"));
        props.put("cad", number);
        props.put_some("audiodev", audiodev);
        line.bare_device(props)?;
    }
    Ok(())
}
