package io.github.dualprevention.core.evidence;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.JournalEntry;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The persons of a chain, numbered as they first appear, and who of them may be named.
 *
 * <p>If any step says that the hazard came from an informant, only who took a later step is named,
 * and not if the same person has taken the first one or stands in an entry of another kind.
 */
final class Persons {

  private final ImmutableMap<Commitment, Integer> numbers;
  private final Set<Commitment> withheld;

  private Persons(Map<Commitment, Integer> numbers, Set<Commitment> withheld) {
    this.numbers = ImmutableMap.copyOf(numbers);
    this.withheld = Set.copyOf(withheld);
  }

  static Persons of(List<JournalEntry> chain) {
    Map<Commitment, Integer> numbers = new LinkedHashMap<>();
    Set<Commitment> withheld = new HashSet<>();
    boolean informed = chain.stream().anyMatch(Persons::isInformed);
    for (JournalEntry entry : chain) {
      entry
          .fact()
          .person()
          .ifPresent(
              person -> {
                numbers.putIfAbsent(person, numbers.size() + 1);
                if (informed && mayBeInformant(entry)) {
                  withheld.add(person);
                }
              });
      for (Commitment person : entry.fact().personal().values()) {
        numbers.putIfAbsent(person, numbers.size() + 1);
        if (informed) {
          withheld.add(person);
        }
      }
    }
    return new Persons(numbers, withheld);
  }

  private static boolean isInformed(JournalEntry entry) {
    return HazardJournal.holdsStep(entry)
        && HazardOrigin.WHISTLEBLOW
            .code()
            .equals(HazardJournal.stepOf(entry).facts().get(HazardFact.ORIGIN));
  }

  private static boolean mayBeInformant(JournalEntry entry) {
    return !HazardJournal.holdsStep(entry) || HazardJournal.stepOf(entry).number() == 1;
  }

  /** Everybody, as they first appear. */
  Set<Commitment> all() {
    return numbers.keySet();
  }

  int number(Commitment person) {
    return Require.notNull(numbers.get(person), "person");
  }

  boolean mayBeNamed(Commitment person) {
    return !withheld.contains(person);
  }
}
