//! Guests whose memory the host cannot read.

use super::{Line, Plan, Props, refuse};
use virt_conf::domain::security::LaunchSecurity;
use virt_error::Result;

/// The object that the machine names.
pub const ID: &str = "lsec0";

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let object = match plan.domain.launch_security.as_deref() {
        None => return Ok(()),
        Some(LaunchSecurity::Sev(sev)) => {
            let mut object = Props::object("sev-guest", ID)
                .with_some("cbitpos", sev.cbitpos)
                .with_some("reduced-phys-bits", sev.reduced_phys_bits)
                .with_some("policy", sev.policy.map(|policy| policy.0));
            let file = |name: &str| plan.directory().join(name).display().to_string();
            object.put_some("dh-cert-file", sev.dh_cert.as_ref().map(|_| file("dh_cert.base64")));
            object.put_some("session-file", sev.session.as_ref().map(|_| file("session.base64")));
            object.put_yes("kernel-hashes", sev.kernel_hashes);
            object
        }
        Some(LaunchSecurity::SevSnp(snp)) => {
            let mut object = Props::object("sev-snp-guest", ID)
                .with_some("cbitpos", snp.cbitpos)
                .with_some("reduced-phys-bits", snp.reduced_phys_bits)
                .with_some("policy", snp.policy.map(|policy| policy.0))
                .with_some("guest-visible-workarounds", snp.guest_visible_workarounds.as_deref())
                .with_some("id-block", snp.id_block.as_deref())
                .with_some("id-auth", snp.id_auth.as_deref())
                .with_some("host-data", snp.host_data.as_deref());
            object.put_yes("kernel-hashes", snp.kernel_hashes);
            object.put_yes("author-key-enabled", snp.author_key);
            object.put_some("vcek-disabled", snp.vcek.map(|vcek| !vcek.0));
            object
        }
        Some(LaunchSecurity::S390Pv(_)) => Props::object("s390-pv-guest", ID),
        Some(_) => return Err(refuse("<launchSecurity>")),
    };
    line.object(object);
    Ok(())
}
