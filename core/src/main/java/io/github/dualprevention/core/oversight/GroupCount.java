package io.github.dualprevention.core.oversight;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts by groups, while hazards go past. */
final class GroupCount {

  private final Map<Optional<String>, Multiset<Flow>> groups = new HashMap<>();

  void add(Optional<String> group, Flow flow) {
    groups.computeIfAbsent(group, first -> HashMultiset.create()).add(flow);
  }

  GroupedStock result() {
    Map<String, StockAndFlow> named = new TreeMap<>();
    groups.forEach((group, counts) -> group.ifPresent(name -> named.put(name, result(counts))));
    return new GroupedStock(
        named, result(groups.getOrDefault(Optional.empty(), HashMultiset.create())));
  }

  private static StockAndFlow result(Multiset<Flow> counts) {
    return new StockAndFlow(
        counts.count(Flow.OPENING),
        counts.count(Flow.REGISTERED),
        counts.count(Flow.TAKEN_OVER),
        counts.count(Flow.REOPENED),
        counts.count(Flow.REGRADED_IN),
        counts.count(Flow.CLOSED_OUT),
        counts.count(Flow.DISMISSED),
        counts.count(Flow.REGRADED_OUT),
        counts.count(Flow.CLOSING));
  }
}
