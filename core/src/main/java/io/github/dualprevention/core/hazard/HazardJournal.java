package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    Map<String, String> values = new TreeMap<>();
    values.put(STEP, Integer.toString(step.number()));
    values.put(FROM, step.from().code());
    values.put(TO, step.to().code());
    step.grade()
        .ifPresent(
            grade -> {
              values.put(GRADE, grade.code());
              values.put(MAJOR, grade.major() ? "yes" : "no");
            });
    if (!step.weakened().isEmpty()) {
      values.put(
          WEAKENED,
          step.weakened().stream().map(Weakening::code).sorted().collect(Collectors.joining(" ")));
    }
    step.facts().forEach((fact, text) -> values.put(FACT + fact.code(), text));
    return Fact.of(
        subject(step.hazardId()),
        step.action().kind(),
        step.occurred(),
        Optional.of(step.postId()),
        Optional.of(step.person()),
        Optional.of(step.table()),
        values,
        Map.of());
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
    HazardStep first = Require.notEmpty(steps, "steps").get(0);
    Hazard hazard = Hazard.discovered(first.hazardId(), first.table());
    for (HazardStep step : steps) {
      hazard = hazard.apply(step);
    }
    return hazard;
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
