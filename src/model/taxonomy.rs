//! What is a kind of what: a directed graph without cycles, closed under *is a*.

use super::vocabulary::{Thing, ThingId};
use crate::ids::{Id, IdVec};
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// A taxonomy over the things of a vocabulary.
#[derive(Debug, Clone, Default)]
pub struct Taxonomy {
    /// For each thing, itself and everything it is a kind of, in order.
    above: IdVec<Thing, Box<[ThingId]>>,
    /// For each thing, itself and every kind of it, in order.
    below: IdVec<Thing, Vec<ThingId>>,
}

/// Why *is a* could not be closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotClosed {
    /// A cycle, each thing in it a kind of the next.
    Cycle(Vec<ThingId>),
    /// There are too many pairs.
    TooLarge,
}

impl Taxonomy {
    /// Closes the *is a* edges (child, parent) among things; more pairs of a thing and what it is a kind of than `most` are
    /// not closed.
    pub fn new<V>(things: &IdVec<Thing, V>, edges: &[(ThingId, ThingId)], most: u64) -> Result<Taxonomy, NotClosed> {
        let graph = graph(things, edges);
        let mut above: IdVec<Thing, Box<[ThingId]>> = IdVec::all(things, Box::default());
        let mut pairs = 0;
        // Tarjan's components come out with the parents before their children.
        for component in tarjan_scc(&graph) {
            if let Some(cycle) = own_cycle(&graph, &component) {
                return Err(NotClosed::Cycle(ids(things, cycle)));
            }
            // Without a cycle every component is one thing.
            for node in component {
                let thing = things.id(node.index());
                let mut row = vec![thing];
                for parent in graph.neighbors(node) {
                    row.extend(&above[things.id(parent.index())]);
                }
                row.sort_unstable();
                row.dedup();
                pairs += row.len();
                if pairs as u64 > most {
                    return Err(NotClosed::TooLarge);
                }
                above[thing] = row.into();
            }
        }
        Ok(Taxonomy { below: below(&above), above })
    }

    /// Of things none of which is a kind of another.
    pub fn flat<V>(things: &IdVec<Thing, V>) -> Taxonomy {
        let above: IdVec<Thing, Box<[ThingId]>> = things.ids().map(|thing| Box::from([thing])).collect();
        Taxonomy { below: below(&above), above }
    }

    /// Whether the first is the second or a kind of it.
    pub fn is_a(&self, child: ThingId, parent: ThingId) -> bool {
        self.above[child].binary_search(&parent).is_ok()
    }

    /// The thing itself and every kind of it, in order.
    pub fn kinds_of(&self, parent: ThingId) -> &[ThingId] {
        &self.below[parent]
    }

    /// Whether one is a kind of the other, or both are kinds of a third.
    pub fn akin(&self, a: ThingId, b: ThingId) -> bool {
        share(&self.above[a], &self.above[b])
    }

    /// Whether something is a kind of both; each is a kind of itself.
    pub fn overlap(&self, a: ThingId, b: ThingId) -> bool {
        share(&self.below[a], &self.below[b])
    }
}

/// A cycle among edges (one, other), each one in it leading to the next; `None` when there is none.
pub(super) fn cycle_in<K, V>(list: &IdVec<K, V>, edges: &[(Id<K>, Id<K>)]) -> Option<Vec<Id<K>>> {
    let graph = graph(list, edges);
    let cycle = tarjan_scc(&graph).into_iter().find_map(|component| own_cycle(&graph, &component));
    cycle.map(|cycle| ids(list, cycle))
}

/// Everything in an order in which each comes after what it rests on; edges are (thing, what it rests on).
pub(super) fn lowest_first<K, V>(list: &IdVec<K, V>, edges: &[(Id<K>, Id<K>)]) -> Vec<Id<K>> {
    ids(list, tarjan_scc(&graph(list, edges)).into_iter().flatten())
}

fn ids<K, V>(list: &IdVec<K, V>, nodes: impl IntoIterator<Item = NodeIndex>) -> Vec<Id<K>> {
    nodes.into_iter().map(|node| list.id(node.index())).collect()
}

fn below(above: &IdVec<Thing, Box<[ThingId]>>) -> IdVec<Thing, Vec<ThingId>> {
    let mut below = IdVec::all(above, Vec::new());
    for (child, row) in above.entries() {
        row.iter().for_each(|parent| below[*parent].push(child));
    }
    below
}

fn share(a: &[ThingId], b: &[ThingId]) -> bool {
    a.iter().any(|x| b.binary_search(x).is_ok())
}

fn graph<K, V>(list: &IdVec<K, V>, edges: &[(Id<K>, Id<K>)]) -> DiGraph<(), ()> {
    let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(list.len(), edges.len());
    for _ in list {
        graph.add_node(());
    }
    for (child, parent) in edges {
        graph.add_edge(NodeIndex::new(child.place()), NodeIndex::new(parent.place()), ());
    }
    graph
}

fn own_cycle(graph: &DiGraph<(), ()>, component: &[NodeIndex]) -> Option<Vec<NodeIndex>> {
    let turns = component.len() > 1 || component.first().is_some_and(|n| graph.contains_edge(*n, *n));
    turns.then(|| cycle(graph, component))
}

/// One cycle through a component: a walk that stays inside until it meets itself.
fn cycle(graph: &DiGraph<(), ()>, component: &[NodeIndex]) -> Vec<NodeIndex> {
    let start = component.iter().copied().min();
    let mut walk: Vec<NodeIndex> = start.into_iter().collect();
    while let Some(last) = walk.last().copied() {
        let Some(next) = graph.neighbors(last).filter(|n| component.contains(n)).min() else { break };
        if let Some(at) = walk.iter().position(|n| *n == next) {
            return walk.split_off(at);
        }
        walk.push(next);
    }
    walk
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes_and_finds_cycles() {
        let of = |count: usize| IdVec::<Thing, ()>::from(vec![(); count]);
        let edges = |list: &IdVec<Thing, ()>, edges: &[(usize, usize)]| -> Vec<(ThingId, ThingId)> {
            edges.iter().map(|(a, b)| (list.id(*a), list.id(*b))).collect()
        };
        let four = of(4);
        let t = Taxonomy::new(&four, &edges(&four, &[(1, 0), (2, 1), (3, 0)]), 8).unwrap();
        let is_a = |t: &Taxonomy, a, b| t.is_a(four.id(a), four.id(b));
        assert!(is_a(&t, 2, 0) && is_a(&t, 2, 2) && !is_a(&t, 0, 2) && !is_a(&t, 2, 3));
        assert!(t.akin(four.id(2), four.id(3)));
        let flat = Taxonomy::flat(&four);
        assert!(is_a(&flat, 2, 2) && !is_a(&flat, 2, 0) && !flat.akin(four.id(2), four.id(3)));
        let three = of(3);
        let turning = edges(&three, &[(0, 1), (1, 2), (2, 0)]);
        assert_eq!(cycle_in(&three, &turning), Some(three.ids().collect()));
        let one = of(1);
        let alone = Taxonomy::new(&one, &edges(&one, &[(0, 0)]), 8);
        assert_eq!(alone.unwrap_err(), NotClosed::Cycle(one.ids().collect()));
        // Four things, each a kind of all before it, are ten pairs.
        let chain = edges(&four, &[(1, 0), (2, 1), (3, 2)]);
        assert_eq!(Taxonomy::new(&four, &chain, 9).unwrap_err(), NotClosed::TooLarge);
        assert!(is_a(&Taxonomy::new(&four, &chain, 10).unwrap(), 3, 0));
    }
}
