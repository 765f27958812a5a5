//! Work shared among threads. What comes of it does not depend on how many there are.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes of stack for a thread of our own: those of the first, so that what is deep is no deeper for one than the other.
const STACK: usize = 8 << 20;

/// What each piece of work comes to, in the order of the pieces.
///
/// Each worker takes the next piece that nobody has taken: the first of them on this thread, every other on one of its own.
/// Where no thread can be had, those there are do the work of all; without any worker nothing is done. A panic of one is a
/// panic here.
pub fn shared<P: Sync, W: Send, R: Send>(
    pieces: &[P],
    workers: impl IntoIterator<Item = W>,
    work: impl Fn(&mut W, &P) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = &|mut worker: W| {
        let mut done: Vec<(usize, R)> = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = pieces.get(at) else { return done };
            done.push((at, work(&mut worker, piece)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let mut workers = workers.into_iter();
        let first = workers.next();
        let mut others = Vec::new();
        for worker in workers {
            let thread = std::thread::Builder::new().stack_size(STACK);
            others.extend(thread.spawn_scoped(scope, move || take(worker)).ok());
        }
        let mut done = first.map(take).unwrap_or_default();
        for other in others {
            done.extend(other.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_done_once_and_in_order() {
        let pieces: Vec<usize> = (0..1_000).collect();
        for workers in 1..4 {
            assert_eq!(shared(&pieces, vec![0; workers], |_, piece| piece + 1), (1..=1_000).collect::<Vec<_>>());
        }
        assert!(shared(&pieces, Vec::<()>::new(), |(), piece| *piece).is_empty());
    }

    #[test]
    fn a_worker_keeps_what_it_has() {
        let of = |count: &mut usize, _: &()| {
            *count += 1;
            *count
        };
        assert_eq!(shared(&[(), (), ()], [0], of), [1, 2, 3]);
        let mut two = [0, 0];
        shared(&[(); 100], &mut two, |count, piece| of(count, piece));
        assert_eq!(two.iter().sum::<usize>(), 100);
    }

    #[test]
    #[should_panic(expected = "the third")]
    fn a_panic_of_one_is_a_panic_here() {
        shared(&[1, 2, 3], [(), ()], |(), piece| assert_ne!(*piece, 3, "the third"));
    }
}
