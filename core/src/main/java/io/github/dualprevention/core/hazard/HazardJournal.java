package io.github.dualprevention.core.hazard;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How steps about hazards stand in the journal, and how a hazard is made from them again. */
public final class HazardJournal {

  private static final String SUBJECT = "hazard/";
  private static final String KIND = "hazard.";
  private static final String STEP = "step";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String GRADE = "grade";
  private static final String MAJOR = "major";
  private static final String FACT = "fact.";
  private static final String WEAKENED = "weakened";
  private static final ImmutableSet<String> NAMES =
      ImmutableSet.of(STEP, FROM, TO, GRADE, MAJOR, WEAKENED);
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final ImmutableMap<String, Boolean> YES_NO =
      ImmutableMap.of("yes", true, "no", false);

  private HazardJournal() {}

  /**
   * The subject of a hazard's chain.
   *
   * @param hazardId the hazard
   * @return as in {@code hazard/H-17}
   */
  public static String subject(String hazardId) {
    return SUBJECT + hazardId;
  }

  /**
   * A step as the journal holds it.
   *
   * @param step the step
   * @return the fact to be recorded
   */
  public static Fact factOf(HazardStep step) {
    Fact.Builder fact =
        Fact.about(subject(step.hazardId()), step.action().kind(), step.occurred())
            .post(step.postId())
            .person(step.person())
            .table(step.table())
            .value(STEP, Integer.toString(step.number()))
            .value(FROM, step.from().code())
            .value(TO, step.to().code());
    step.grade()
        .ifPresent(
            grade -> fact.value(GRADE, grade.code()).value(MAJOR, grade.major() ? "yes" : "no"));
    if (!step.weakened().isEmpty()) {
      fact.value(
          WEAKENED,
          step.weakened().stream().map(Weakening::code).sorted().collect(Collectors.joining(" ")));
    }
    step.facts().forEach((about, text) -> fact.value(FACT + about.code(), text));
    return fact.build();
  }

  /**
   * Whether an entry holds a step; a chain can hold others, such as an order that was received.
   *
   * @param entry an entry of a hazard's chain
   * @return whether {@link #stepOf} is meant to read it
   */
  public static boolean holdsStep(JournalEntry entry) {
    return entry.fact().kind().startsWith(KIND);
  }

  /**
   * The step that an entry holds.
   *
   * @param entry an entry of a hazard's chain
   * @return the step
   * @throws IllegalArgumentException if the entry holds none that this release knows
   */
  public static HazardStep stepOf(JournalEntry entry) {
    Fact fact = entry.fact();
    Require.require(
        fact.subject().startsWith(SUBJECT), "subject", "must be a hazard", fact.subject());
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    fact.values()
        .forEach(
            (name, text) -> {
              if (name.startsWith(FACT)) {
                facts.put(
                    known(HazardFact.byCode().get(name.substring(FACT.length())), name), text);
              } else if (!NAMES.contains(name)) {
                throw Require.refusal("value", "must be known to this release", name);
              }
            });
    return new HazardStep(
        fact.subject().substring(SUBJECT.length()),
        number(value(fact, STEP)),
        HazardAction.ofKind(fact.kind())
            .orElseThrow(() -> Require.refusal("kind", "must be of a hazard", fact.kind())),
        known(HazardState.byCode().get(value(fact, FROM)), FROM),
        known(HazardState.byCode().get(value(fact, TO)), TO),
        Optional.ofNullable(fact.values().get(GRADE))
            .map(code -> new HazardGrade(code, known(YES_NO.get(value(fact, MAJOR)), MAJOR))),
        known(fact.person().orElse(null), "person"),
        known(fact.post().orElse(null), "post"),
        fact.occurred(),
        facts,
        known(fact.table().orElse(null), "table"),
        weakened(fact));
  }

  private static Set<Weakening> weakened(Fact fact) {
    String codes = fact.values().get(WEAKENED);
    return codes == null
        ? Set.of()
        : Stream.of(codes.split(" ", -1))
            .map(code -> known(Weakening.byCode().get(code), WEAKENED))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Makes a hazard from its chain; takes every step as a fact and decides nothing again. Entries of
   * other kinds, such as an order that was received, stand in the chain without changing the
   * hazard.
   *
   * @param chain all entries of one hazard, the first one first; at least one step
   * @return the hazard
   * @throws IllegalArgumentException if an entry does not follow from the ones before
   */
  public static Hazard replay(List<JournalEntry> chain) {
    List<HazardStep> steps =
        chain.stream().filter(HazardJournal::holdsStep).map(HazardJournal::stepOf).toList();
    return Hazard.of(steps);
  }

  /**
   * Makes hazards from a whole journal, one after the other; entries about other subjects are
   * passed over.
   *
   * @param entries one chain after the other, as {@link JournalStore#entries} gives them
   * @return every hazard; closing it closes the entries
   * @throws IllegalArgumentException if an entry does not follow from the ones before
   */
  public static Stream<Hazard> hazards(Stream<JournalEntry> entries) {
    Iterator<JournalEntry> steps =
        entries
            .filter(entry -> entry.fact().subject().startsWith(SUBJECT))
            .filter(HazardJournal::holdsStep)
            .iterator();
    return Streams.stream(new Chains(steps)).map(HazardJournal::replay).onClose(entries::close);
  }

  /** Cuts entries into chains. */
  private static final class Chains extends AbstractIterator<List<JournalEntry>> {

    private final Iterator<JournalEntry> entries;
    private Optional<JournalEntry> next = Optional.empty();

    Chains(Iterator<JournalEntry> entries) {
      this.entries = entries;
      advance();
    }

    private void advance() {
      next = entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
    }

    @Override
    protected @Nullable List<JournalEntry> computeNext() {
      if (next.isEmpty()) {
        return endOfData();
      }
      String subject = next.get().fact().subject();
      List<JournalEntry> chain = new ArrayList<>();
      while (next.filter(entry -> entry.fact().subject().equals(subject)).isPresent()) {
        next.ifPresent(chain::add);
        advance();
      }
      return chain;
    }
  }

  private static int number(String text) {
    Require.require(NUMBER.matcher(text).matches(), STEP, "must be a number", text);
    return Integer.parseInt(text);
  }

  private static String value(Fact fact, String name) {
    return known(fact.values().get(name), name);
  }

  private static <T> T known(@Nullable T found, String name) {
    if (found == null) {
      throw Require.refusal("value", "must be known to this release", name);
    }
    return found;
  }
}
