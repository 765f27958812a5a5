//! What is a kind of what: a directed graph without cycles, closed under *is a*.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// A taxonomy over things numbered from 0.
#[derive(Debug, Clone, Default)]
pub struct Taxonomy {
    /// For each thing, a bit for itself and everything it is a kind of.
    above: Vec<Vec<u64>>,
    count: usize,
}

impl Taxonomy {
    /// Closes the *is a* edges (child, parent). `Err` is a cycle, each thing in it a kind of the next.
    pub fn new(count: usize, edges: &[(usize, usize)]) -> Result<Taxonomy, Vec<usize>> {
        let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(count, edges.len());
        for _ in 0..count {
            graph.add_node(());
        }
        for (child, parent) in edges {
            graph.add_edge(NodeIndex::new(*child), NodeIndex::new(*parent), ());
        }
        // Tarjan's components come out with the parents before their children.
        let components = tarjan_scc(&graph);
        let words = count.div_ceil(64);
        let mut above = vec![vec![0u64; words]; count];
        for component in components {
            let first = component.first().copied();
            if component.len() > 1 || first.is_some_and(|n| graph.contains_edge(n, n)) {
                return Err(cycle(&graph, &component));
            }
            let Some(node) = first else { continue };
            let mut row = vec![0u64; words];
            set(&mut row, node.index());
            for parent in graph.neighbors(node) {
                for (word, more) in row.iter_mut().zip(above.get(parent.index()).into_iter().flatten()) {
                    *word |= more;
                }
            }
            if let Some(slot) = above.get_mut(node.index()) {
                *slot = row;
            }
        }
        Ok(Taxonomy { above, count })
    }

    /// Whether the first is the second or a kind of it.
    pub fn is_a(&self, child: usize, parent: usize) -> bool {
        self.above.get(child).and_then(|row| row.get(parent / 64)).is_some_and(|word| word >> (parent % 64) & 1 == 1)
    }

    /// The thing itself and every kind of it, in order.
    pub fn kinds_of(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.count).filter(move |child| self.is_a(*child, parent))
    }

    /// Whether one is a kind of the other, or both are kinds of a third.
    pub fn akin(&self, a: usize, b: usize) -> bool {
        match (self.above.get(a), self.above.get(b)) {
            (Some(a), Some(b)) => a.iter().zip(b).any(|(x, y)| x & y != 0),
            _ => false,
        }
    }
}

fn set(row: &mut [u64], bit: usize) {
    if let Some(word) = row.get_mut(bit / 64) {
        *word |= 1 << (bit % 64);
    }
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
        let t = Taxonomy::new(4, &[(1, 0), (2, 1), (3, 0)]).unwrap();
        assert!(t.is_a(2, 0) && t.is_a(2, 2) && !t.is_a(0, 2) && t.akin(2, 3) && !t.is_a(2, 3));
        assert_eq!(Taxonomy::new(3, &[(0, 1), (1, 2), (2, 0)]).unwrap_err(), vec![0, 1, 2]);
        assert_eq!(Taxonomy::new(1, &[(0, 0)]).unwrap_err(), vec![0]);
    }
}
