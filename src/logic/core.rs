//! Minimal sets: which of many things are needed for something to hold.

/// A smallest-by-inclusion set for which `holds` is true, found by leaving out one thing after the other.
///
/// `holds` must be true when everything is kept and must stay true when more is kept. Things earlier in the list are
/// left out first where there is a choice. Returns `None` when it is not even true with everything.
pub fn minimal<E>(count: usize, mut holds: impl FnMut(&[bool]) -> Result<bool, E>) -> Result<Option<Vec<usize>>, E> {
    let mut kept = vec![true; count];
    if !holds(&kept)? {
        return Ok(None);
    }
    for at in 0..count {
        if let Some(slot) = kept.get_mut(at) {
            *slot = false;
        }
        if !holds(&kept)?
            && let Some(slot) = kept.get_mut(at)
        {
            *slot = true;
        }
    }
    Ok(Some(kept.iter().enumerate().filter(|(_, k)| **k).map(|(i, _)| i).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_only_what_is_needed() {
        let needed = minimal::<()>(4, |kept| Ok(kept[1] && (kept[0] || kept[3]))).unwrap();
        assert_eq!(needed, Some(vec![1, 3]));
        assert_eq!(minimal::<()>(2, |_| Ok(false)).unwrap(), None);
    }
}
