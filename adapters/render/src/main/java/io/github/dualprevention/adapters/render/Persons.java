package io.github.dualprevention.adapters.render;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Opening;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The persons of a chain.
 *
 * <p>If any step says that the hazard came from an informant, two kinds of persons may not be
 * named: the one who took the first step, and everybody in an entry that is no step.
 *
 * @param numbers of all persons, as they first appear
 * @param nameable those who may be named
 * @param openings of those who are named
 */
record Persons(
    ImmutableMap<Commitment, Integer> numbers,
    Set<Commitment> nameable,
    ImmutableMap<Commitment, Opening> openings) {

  /** Nobody is named yet. */
  static Persons of(List<JournalEntry> chain) {
    Set<Commitment> all = new LinkedHashSet<>();
    Set<Commitment> hidden = new LinkedHashSet<>();
    for (JournalEntry entry : chain) {
      entry.fact().person().ifPresent(all::add);
      all.addAll(entry.fact().personal().values());
      if (mayTellOfInformant(entry)) {
        entry.fact().person().ifPresent(hidden::add);
      }
      hidden.addAll(entry.fact().personal().values());
    }
    Map<Commitment, Integer> numbers = new LinkedHashMap<>();
    all.forEach(person -> numbers.put(person, numbers.size() + 1));
    boolean informed = chain.stream().anyMatch(Persons::isInformed);
    Set<Commitment> nameable = informed ? Sets.difference(all, hidden) : all;
    return new Persons(
        ImmutableMap.copyOf(numbers), ImmutableSet.copyOf(nameable), ImmutableMap.of());
  }

  private static boolean isInformed(JournalEntry entry) {
    return HazardJournal.holdsStep(entry)
        && HazardOrigin.WHISTLEBLOW
            .code()
            .equals(HazardJournal.stepOf(entry).facts().get(HazardFact.ORIGIN));
  }

  private static boolean mayTellOfInformant(JournalEntry entry) {
    return !HazardJournal.holdsStep(entry) || HazardJournal.stepOf(entry).number() == 1;
  }

  /** The same persons, some of them named. */
  Persons naming(Map<Commitment, Opening> opened) {
    return new Persons(numbers, nameable, ImmutableMap.copyOf(opened));
  }
}
