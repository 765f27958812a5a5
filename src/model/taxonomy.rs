//! What is a kind of what: a directed graph without cycles, closed under *is a*.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// A taxonomy over things numbered from 0.
#[derive(Debug, Clone, Default)]
pub struct Taxonomy {
    /// For each thing, itself and everything it is a kind of, in order.
    above: Vec<Box<[u32]>>,
    /// For each thing, itself and every kind of it, in order.
    below: Vec<Vec<u32>>,
}

/// Why *is a* could not be closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotClosed {
    /// A cycle, each thing in it a kind of the next.
    Cycle(Vec<usize>),
    /// There are too many pairs.
    TooLarge,
}

impl Taxonomy {
    /// A cycle among *is a* edges (child, parent), each thing in it a kind of the next; `None` when there is none.
    pub fn cycle_in(count: usize, edges: &[(usize, usize)]) -> Option<Vec<usize>> {
        let graph = graph(count, edges);
        tarjan_scc(&graph).into_iter().find_map(|component| own_cycle(&graph, &component))
    }

    /// Everything in an order in which each comes after what it rests on; edges are (thing, what it rests on).
    pub fn lowest_first(count: usize, edges: &[(usize, usize)]) -> Vec<usize> {
        tarjan_scc(&graph(count, edges)).into_iter().flatten().map(NodeIndex::index).collect()
    }

    /// Closes the *is a* edges (child, parent); more pairs of a thing and what it is a kind of than `most` are not
    /// closed.
    pub fn new(count: usize, edges: &[(usize, usize)], most: u64) -> Result<Taxonomy, NotClosed> {
        let graph = graph(count, edges);
        let mut above: Vec<Box<[u32]>> = vec![Box::default(); count];
        let mut pairs = 0;
        // Tarjan's components come out with the parents before their children.
        for component in tarjan_scc(&graph) {
            if let Some(cycle) = own_cycle(&graph, &component) {
                return Err(NotClosed::Cycle(cycle));
            }
            let Some(node) = component.first().copied() else { continue };
            let mut row = vec![node.index() as u32];
            for parent in graph.neighbors(node) {
                row.extend(above.get(parent.index()).into_iter().flatten());
            }
            row.sort_unstable();
            row.dedup();
            pairs += row.len();
            if pairs as u64 > most {
                return Err(NotClosed::TooLarge);
            }
            if let Some(slot) = above.get_mut(node.index()) {
                *slot = row.into();
            }
        }
        let mut below = vec![Vec::new(); count];
        for (child, row) in above.iter().enumerate() {
            for parent in row {
                if let Some(list) = below.get_mut(*parent as usize) {
                    list.push(child as u32);
                }
            }
        }
        Ok(Taxonomy { above, below })
    }

    /// Whether the first is the second or a kind of it.
    pub fn is_a(&self, child: usize, parent: usize) -> bool {
        self.above.get(child).is_some_and(|row| row.binary_search(&(parent as u32)).is_ok())
    }

    /// The thing itself and every kind of it, in order.
    pub fn kinds_of(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        self.below.get(parent).into_iter().flatten().map(|k| *k as usize)
    }

    /// Whether one is a kind of the other, or both are kinds of a third.
    pub fn akin(&self, a: usize, b: usize) -> bool {
        share(self.above.get(a).map(AsRef::as_ref), self.above.get(b).map(AsRef::as_ref))
    }

    /// Whether something is a kind of both; each is a kind of itself.
    pub fn overlap(&self, a: usize, b: usize) -> bool {
        share(self.below.get(a).map(AsRef::as_ref), self.below.get(b).map(AsRef::as_ref))
    }
}

fn share(a: Option<&[u32]>, b: Option<&[u32]>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.iter().any(|x| b.binary_search(x).is_ok()))
}

fn graph(count: usize, edges: &[(usize, usize)]) -> DiGraph<(), ()> {
    let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(count, edges.len());
    for _ in 0..count {
        graph.add_node(());
    }
    for (child, parent) in edges {
        graph.add_edge(NodeIndex::new(*child), NodeIndex::new(*parent), ());
    }
    graph
}

fn own_cycle(graph: &DiGraph<(), ()>, component: &[NodeIndex]) -> Option<Vec<usize>> {
    let turns = component.len() > 1 || component.first().is_some_and(|n| graph.contains_edge(*n, *n));
    turns.then(|| cycle(graph, component))
}

/// One cycle through a component: a walk that stays inside until it meets itself.
fn cycle(graph: &DiGraph<(), ()>, component: &[NodeIndex]) -> Vec<usize> {
    let start = component.iter().copied().min();
    let mut walk: Vec<NodeIndex> = start.into_iter().collect();
    while let Some(last) = walk.last().copied() {
        let Some(next) = graph.neighbors(last).filter(|n| component.contains(n)).min() else { break };
        if let Some(at) = walk.iter().position(|n| *n == next) {
            return walk.split_off(at).into_iter().map(NodeIndex::index).collect();
        }
        walk.push(next);
    }
    walk.into_iter().map(NodeIndex::index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes_and_finds_cycles() {
        let t = Taxonomy::new(4, &[(1, 0), (2, 1), (3, 0)], 8).unwrap();
        assert!(t.is_a(2, 0) && t.is_a(2, 2) && !t.is_a(0, 2) && t.akin(2, 3) && !t.is_a(2, 3));
        assert_eq!(Taxonomy::cycle_in(3, &[(0, 1), (1, 2), (2, 0)]), Some(vec![0, 1, 2]));
        assert_eq!(Taxonomy::new(1, &[(0, 0)], 8).unwrap_err(), NotClosed::Cycle(vec![0]));
        // Four things, each a kind of all before it, are ten pairs.
        let chain = [(1, 0), (2, 1), (3, 2)];
        assert_eq!(Taxonomy::new(4, &chain, 9).unwrap_err(), NotClosed::TooLarge);
        assert!(Taxonomy::new(4, &chain, 10).unwrap().is_a(3, 0));
    }
}
