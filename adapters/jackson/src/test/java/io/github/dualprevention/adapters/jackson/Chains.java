package io.github.dualprevention.adapters.jackson;

import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Chains of a journal, and what somebody makes of them who writes them anew. */
final class Chains {

  private Chains() {}

  static List<JournalEntry> of(List<HazardStep> steps) {
    List<JournalEntry> chain = new ArrayList<>();
    steps.forEach(
        step -> append(chain, HazardJournal.factOf(step), step.occurred().plusSeconds(60)));
    return chain;
  }

  static void append(List<JournalEntry> chain, Fact fact, Instant recorded) {
    Optional<JournalEntry> head =
        chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
    chain.add(JournalEntry.after(head, fact, recorded, HashAlgorithm.sha256()));
  }

  /** The same chain with another fact in one place, and fresh hashes from there on. */
  static List<JournalEntry> forged(
      List<JournalEntry> chain, JournalEntry place, UnaryOperator<Fact> change) {
    List<JournalEntry> forged = new ArrayList<>();
    for (JournalEntry entry : chain) {
      Fact fact = entry.equals(place) ? change.apply(entry.fact()) : entry.fact();
      append(forged, fact, entry.recorded());
    }
    return forged;
  }

  /** The entries that hold a step. */
  static List<JournalEntry> steps(List<JournalEntry> chain) {
    return chain.stream().filter(HazardJournal::holdsStep).toList();
  }

  /** What a report says that was made when there were so many steps. */
  static HazardReport report(List<JournalEntry> chain, int first, int last) {
    int end = 1 + chain.indexOf(steps(chain).get(last - 1));
    return HazardDocument.read(HazardDocument.of(chain.subList(0, end)).body().apply(first));
  }
}
