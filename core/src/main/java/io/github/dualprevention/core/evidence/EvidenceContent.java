package io.github.dualprevention.core.evidence;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.hazard.GradeScope;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that the document is made of, and nothing that it does not tell.
 *
 * @param chain all entries of the hazard
 * @param hazard what they replay to
 * @param steps the steps among them
 * @param zone where times are shown
 * @param lifeCycles those that the chain names and whose clauses are shown, as they first appear
 * @param persons who stands in the chain
 * @param openings of those who are named, as they first appear
 */
record EvidenceContent(
    List<JournalEntry> chain,
    Hazard hazard,
    List<HazardStep> steps,
    ZoneId zone,
    ImmutableMap<TableVersion, HazardLifeCycle> lifeCycles,
    Persons persons,
    ImmutableMap<Commitment, Opening> openings) {

  static EvidenceContent of(
      List<JournalEntry> chain,
      ZoneId zone,
      Function<TableVersion, Optional<HazardLifeCycle>> lifeCycles,
      Function<Commitment, Optional<Opening>> openings) {
    Hazard hazard = HazardJournal.replay(chain);
    String subject = HazardJournal.subject(hazard.id());
    for (JournalEntry entry : chain) {
      String other = entry.fact().subject();
      Require.require(other.equals(subject), "subject", "must be " + subject, other);
    }
    Persons persons = Persons.of(chain);
    Map<Commitment, Opening> opened = new LinkedHashMap<>();
    for (Commitment person : persons.all()) {
      if (persons.mayBeNamed(person)) {
        openings.apply(person).ifPresent(opening -> opened.put(person, opening));
      }
    }
    return new EvidenceContent(
        List.copyOf(chain),
        hazard,
        hazard.steps(),
        zone,
        named(chain, lifeCycles),
        persons,
        ImmutableMap.copyOf(opened));
  }

  private static ImmutableMap<TableVersion, HazardLifeCycle> named(
      List<JournalEntry> chain, Function<TableVersion, Optional<HazardLifeCycle>> lifeCycles) {
    Map<TableVersion, HazardLifeCycle> named = new LinkedHashMap<>();
    for (JournalEntry entry : chain) {
      entry
          .fact()
          .table()
          .flatMap(lifeCycles)
          .ifPresent(lifeCycle -> named.put(lifeCycle.version(), lifeCycle));
    }
    return ImmutableMap.copyOf(named);
  }

  JournalEntry head() {
    return chain.get(chain.size() - 1);
  }

  /** A moment where the document is read; the offset stands beside it, so that it is one moment. */
  String time(Instant moment) {
    ZonedDateTime time = moment.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
    return time.toLocalDate()
        + " "
        + DateTimeFormatter.ISO_LOCAL_TIME.format(time)
        + " "
        + time.getOffset();
  }

  /** A grade as an edition names it; its code where the edition does not tell. */
  Term grade(String code, TableVersion table) {
    return Optional.ofNullable(lifeCycles.get(table)).stream()
        .flatMap(lifeCycle -> lifeCycle.grades().stream())
        .filter(listed -> listed.grade().code().equals(code))
        .findFirst()
        .map(listed -> new Term(code, listed.wording()))
        .orElseGet(() -> new Term(code, new Wording(code, code)));
  }

  /** The line that has allowed a step, if its edition is here and has such a line. */
  Optional<Transition> line(HazardStep step) {
    HazardLifeCycle lifeCycle = lifeCycles.get(step.table());
    GradeScope scope = scopeBefore(step);
    return lifeCycle == null
        ? Optional.empty()
        : lifeCycle.transitions().stream()
            .filter(line -> line.action() == step.action())
            .filter(line -> line.scope() == GradeScope.ANY || line.scope() == scope)
            .filter(line -> line.from() == step.from() && line.to() == step.to())
            .findFirst();
  }

  /** As decisions look it up: what has no grade yet counts as general. */
  private GradeScope scopeBefore(HazardStep step) {
    boolean major =
        step.number() > 1
            && steps.get(step.number() - 2).grade().filter(HazardGrade::major).isPresent();
    return major ? GradeScope.MAJOR : GradeScope.GENERAL;
  }

  /** Number and seal of a person, and the name if it is opened. */
  String person(Commitment person) {
    String seal = person.value().substring(person.value().indexOf(':') + 1);
    int number = persons.number(person);
    String name =
        Optional.ofNullable(openings.get(person))
            .map(opening -> " " + Html.free(opening.text()))
            .orElse("");
    return Html.both("人员" + number, "person " + number)
        + name
        + " <code class=\"seal\">"
        + seal.substring(0, 12)
        + "…</code>";
  }
}
