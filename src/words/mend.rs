//! Mends in words.

use super::Words;
use crate::finding::{Mend, MendKind, NoMend};

impl Words {
    /// What an edit does.
    pub fn mend(&self, mend: &Mend) -> String {
        self.plain(match mend.kind {
            MendKind::WiderExemption => "mend-wider-exemption",
            MendKind::Exception => "mend-exception",
            MendKind::Limit => "mend-limit",
            MendKind::Guarantee => "mend-guarantee",
            MendKind::Prohibition => "mend-prohibition",
            MendKind::Step => "mend-step",
            MendKind::Definition => "mend-definition",
            MendKind::Institution => "mend-institution",
            MendKind::Leg => "mend-leg",
        })
    }

    /// Why there is no edit.
    pub fn no_mend(&self, why: NoMend) -> String {
        self.plain(match why {
            NoMend::Weigh => "no-mend-weigh",
            NoMend::Length => "no-mend-length",
            NoMend::Reason => "no-mend-reason",
            NoMend::NoEdit => "no-mend-no-edit",
        })
    }
}
