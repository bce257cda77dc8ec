package org.mlsysim.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Which stages wait for which, by their position in the order of listing.
 *
 * <p>The order is Kahn's (Topological sorting of large networks, CACM 5(11), 1962) with the lowest
 * position first among those that wait for nothing, so that it depends on nothing else. Both
 * questions cost O(stages + edges), times a logarithm for the order.
 */
final class Graph {
  private final List<BitSet> feeds = new ArrayList<>();
  private final List<BitSet> waitsFor = new ArrayList<>();

  Graph(int size) {
    for (int i = 0; i < size; i++) {
      feeds.add(new BitSet(size));
      waitsFor.add(new BitSet(size));
    }
  }

  /** Says that the consumer waits for the producer. */
  void edge(int producer, int consumer) {
    feeds.get(producer).set(consumer);
    waitsFor.get(consumer).set(producer);
  }

  /** The stages that one waits for. */
  BitSet waitsFor(int stage) {
    return waitsFor.get(stage);
  }

  /** Whether something of the first stage arrives at the second, by whatever way. */
  boolean reaches(int from, int to) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int each = open.pop();
      if (each == to) {
        return true;
      }
      if (!seen.get(each)) {
        seen.set(each);
        feeds.get(each).stream().forEach(open::push);
      }
    }
    return false;
  }

  /** Producers before consumers; stages of a cycle, and those behind one, are left out. */
  List<Integer> order() {
    int[] waiting = waitsFor.stream().mapToInt(BitSet::cardinality).toArray();
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < waiting.length; i++) {
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    List<Integer> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      order.add(next);
      feeds.get(next).stream()
          .forEach(
              consumer -> {
                if (--waiting[consumer] == 0) {
                  ready.add(consumer);
                }
              });
    }
    return order;
  }

  /** The members of a cycle, each feeding the next and the last the first; empty without one. */
  List<Integer> cycle() {
    BitSet ordered = new BitSet();
    order().forEach(ordered::set);
    int start = ordered.nextClearBit(0);
    if (start >= feeds.size()) {
      return List.of();
    }
    // Whoever is left out waits for somebody left out, so walking up must come to a place twice.
    List<Integer> walk = new ArrayList<>();
    for (int each = start; !walk.contains(each); each = unordered(waitsFor.get(each), ordered)) {
      walk.add(0, each);
    }
    int last = unordered(waitsFor.get(walk.get(0)), ordered);
    List<Integer> cycle = new ArrayList<>(walk.subList(0, walk.indexOf(last) + 1));
    int lowest = cycle.indexOf(cycle.stream().min(Integer::compare).orElseThrow());
    List<Integer> rotated = new ArrayList<>(cycle.subList(lowest, cycle.size()));
    rotated.addAll(cycle.subList(0, lowest));
    return rotated;
  }

  private static int unordered(BitSet stages, BitSet ordered) {
    BitSet left = (BitSet) stages.clone();
    left.andNot(ordered);
    return left.nextSetBit(0);
  }
}
