//! Lists that make their own identifiers: what one kind of list made reads nothing in a list of another kind, and what no
//! list made does not exist.

use crate::stop::stop;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::iter::{Enumerate, FusedIterator};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A place in the lists of one kind, `K`. Only a list makes it. It is of four bytes, and ordered as the list is.
///
/// `K` is what the identifier stands for: an `Id<Article>` is no `Id<Policy>`, and neither is a number.
pub struct Id<K> {
    at: u32,
    kind: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    #[inline]
    fn new(at: usize) -> Id<K> {
        match u32::try_from(at) {
            Ok(at) => Id { at, kind: PhantomData },
            Err(_) => stop("a list has no more than 2³² places: files are not that large"),
        }
    }

    /// Its place, counted from 0: to be counted with, or shown. There is no way back.
    #[inline]
    pub fn place(self) -> usize {
        self.at as usize
    }
}

impl<K> Clone for Id<K> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Id<K> {}

impl<K> PartialEq for Id<K> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.at.cmp(&other.at)
    }
}

impl<K> Hash for Id<K> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(self.at);
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.at)
    }
}

/// A list whose places are identifiers of kind `K`; what stands in them is a `V`, most often that kind itself.
///
/// Reading with an identifier that lies beyond the list stops, and never reads as anything else.
pub struct IdVec<K, V = K> {
    list: Vec<V>,
    kind: PhantomData<fn() -> K>,
}

impl<K, V> IdVec<K, V> {
    /// Nothing yet.
    pub const fn new() -> Self {
        IdVec { list: Vec::new(), kind: PhantomData }
    }

    /// The same in every place of another list of this kind.
    pub fn all<O>(other: &IdVec<K, O>, value: V) -> Self
    where
        V: Clone,
    {
        IdVec::from(vec![value; other.len()])
    }

    /// Puts something at the end, and says where it is.
    pub fn push(&mut self, value: V) -> Id<K> {
        let id = self.next_id();
        self.list.push(value);
        id
    }

    /// Where the next will be.
    pub fn next_id(&self) -> Id<K> {
        Id::new(self.list.len())
    }

    /// How many there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Each, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, V> {
        self.list.iter()
    }

    /// Each, in order, to be changed.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, V> {
        self.list.iter_mut()
    }

    /// Each with its identifier, in order.
    pub fn entries(&self) -> Entries<'_, K, V> {
        Entries { list: self.list.iter().enumerate(), kind: PhantomData }
    }

    /// The identifier of a place, counted from 0. Stops where there is none.
    #[inline]
    #[track_caller]
    pub fn id(&self, place: usize) -> Id<K> {
        if place < self.list.len() { Id::new(place) } else { stop("a place is asked for that a list has") }
    }

    /// Leaves only so many.
    pub fn truncate(&mut self, len: usize) {
        self.list.truncate(len);
    }

    /// Every identifier, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<K>> + ExactSizeIterator + Clone + use<K, V> {
        (0..self.list.len()).map(Id::new)
    }

    /// The first for which something is so.
    pub fn position(&self, is: impl FnMut(&V) -> bool) -> Option<Id<K>> {
        self.list.iter().position(is).map(Id::new)
    }

    /// The first.
    pub fn first(&self) -> Option<&V> {
        self.list.first()
    }

    /// The last.
    pub fn last(&self) -> Option<&V> {
        self.list.last()
    }

    /// All of them without their identifiers.
    pub fn as_slice(&self) -> &[V] {
        &self.list
    }

    /// Something made of each, in a list of the same kind.
    pub fn map<O>(&self, of: impl FnMut(&V) -> O) -> IdVec<K, O> {
        self.list.iter().map(of).collect()
    }
}

impl<K, V> Index<Id<K>> for IdVec<K, V> {
    type Output = V;

    #[inline]
    #[track_caller]
    fn index(&self, id: Id<K>) -> &V {
        match self.list.get(id.place()) {
            Some(value) => value,
            None => stop("an identifier is read in the list that made it"),
        }
    }
}

impl<K, V> IndexMut<Id<K>> for IdVec<K, V> {
    #[inline]
    #[track_caller]
    fn index_mut(&mut self, id: Id<K>) -> &mut V {
        match self.list.get_mut(id.place()) {
            Some(value) => value,
            None => stop("an identifier is read in the list that made it"),
        }
    }
}

/// What stands in a list, each with its identifier.
#[derive(Debug)]
pub struct Entries<'a, K, V> {
    list: Enumerate<std::slice::Iter<'a, V>>,
    kind: PhantomData<fn() -> K>,
}

impl<'a, K, V> Iterator for Entries<'a, K, V> {
    type Item = (Id<K>, &'a V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.list.next().map(|(at, value)| (Id::new(at), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.list.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Entries<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.list.next_back().map(|(at, value)| (Id::new(at), value))
    }
}

impl<K, V> ExactSizeIterator for Entries<'_, K, V> {}
impl<K, V> FusedIterator for Entries<'_, K, V> {}

impl<K, V> From<Vec<V>> for IdVec<K, V> {
    fn from(list: Vec<V>) -> Self {
        IdVec { list, kind: PhantomData }
    }
}

impl<K, V> FromIterator<V> for IdVec<K, V> {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        IdVec::from(values.into_iter().collect::<Vec<V>>())
    }
}

impl<K, V> Extend<V> for IdVec<K, V> {
    fn extend<I: IntoIterator<Item = V>>(&mut self, values: I) {
        self.list.extend(values);
    }
}

impl<'a, K, V> IntoIterator for &'a IdVec<K, V> {
    type Item = &'a V;
    type IntoIter = std::slice::Iter<'a, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<'a, K, V> IntoIterator for &'a mut IdVec<K, V> {
    type Item = &'a mut V;
    type IntoIter = std::slice::IterMut<'a, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter_mut()
    }
}

impl<K, V> IntoIterator for IdVec<K, V> {
    type Item = V;
    type IntoIter = std::vec::IntoIter<V>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<K, V: Clone> Clone for IdVec<K, V> {
    fn clone(&self) -> Self {
        IdVec::from(self.list.clone())
    }

    fn clone_from(&mut self, source: &Self) {
        self.list.clone_from(&source.list);
    }
}

impl<K, V> Default for IdVec<K, V> {
    fn default() -> Self {
        IdVec::new()
    }
}

impl<K, V: PartialEq> PartialEq for IdVec<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl<K, V: Eq> Eq for IdVec<K, V> {}

impl<K, V: PartialOrd> PartialOrd for IdVec<K, V> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.list.partial_cmp(&other.list)
    }
}

impl<K, V: Ord> Ord for IdVec<K, V> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.list.cmp(&other.list)
    }
}

impl<K, V: fmt::Debug> fmt::Debug for IdVec<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.list).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Day;

    #[test]
    fn what_a_list_made_is_read_in_it_and_beside_it() {
        let mut days: IdVec<Day, &str> = IdVec::new();
        let (monday, tuesday) = (days.push("Monday"), days.push("Tuesday"));
        assert_eq!((days[monday], days[tuesday]), ("Monday", "Tuesday"));
        let mut open: IdVec<Day, bool> = IdVec::all(&days, true);
        open[tuesday] = false;
        assert!(open[monday] && !open[tuesday]);
        assert_eq!(
            days.entries().map(|(id, name)| (id.place(), *name)).collect::<Vec<_>>(),
            [(0, "Monday"), (1, "Tuesday")]
        );
        assert_eq!(days.position(|d| d.starts_with('T')), Some(tuesday));
        assert_eq!(days.next_id().place(), 2);
        assert!(monday < tuesday && days.ids().eq([monday, tuesday]));
    }

    #[test]
    #[should_panic(expected = "an identifier is read in the list that made it")]
    fn what_another_list_made_stops() {
        let days: IdVec<Day, u8> = IdVec::from(vec![1, 2, 3]);
        let fewer: IdVec<Day, u8> = IdVec::from(vec![1]);
        let last = days.ids().next_back().unwrap();
        let _ = fewer[last];
    }
}
