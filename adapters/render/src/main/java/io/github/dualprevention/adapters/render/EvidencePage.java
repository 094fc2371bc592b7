package io.github.dualprevention.adapters.render;

import static io.github.dualprevention.adapters.render.Html.both;
import static io.github.dualprevention.adapters.render.Html.code;
import static io.github.dualprevention.adapters.render.Html.escape;
import static io.github.dualprevention.adapters.render.Html.field;
import static io.github.dualprevention.adapters.render.Html.free;

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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything about one hazard on one page: {@code evidence.html} with its gaps filled.
 *
 * @param chain all entries of the hazard
 * @param hazard what they replay to
 * @param persons who stands in the chain
 * @param lifeCycles those whose clauses can be shown
 * @param zone where times are shown
 */
record EvidencePage(
    List<JournalEntry> chain,
    Hazard hazard,
    Persons persons,
    ImmutableMap<TableVersion, HazardLifeCycle> lifeCycles,
    ZoneId zone) {

  private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");
  private static final String TEMPLATE = template();

  private static String template() {
    try (InputStream in = EvidencePage.class.getResourceAsStream("evidence.html")) {
      return new String(
          Require.notNull(in, "evidence.html").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Throws {@code IllegalArgumentException} unless the chain makes one hazard. */
  static EvidencePage of(
      List<JournalEntry> chain,
      Persons persons,
      ImmutableMap<TableVersion, HazardLifeCycle> lifeCycles,
      ZoneId zone) {
    long subjects = chain.stream().map(entry -> entry.fact().subject()).distinct().count();
    Require.require(subjects == 1, "chain", "must be about one hazard", subjects);
    return new EvidencePage(chain, HazardJournal.replay(chain), persons, lifeCycles, zone);
  }

  String render() {
    return GAP.matcher(TEMPLATE).replaceAll(gap -> Matcher.quoteReplacement(filling(gap.group(1))));
  }

  private String filling(String gap) {
    JournalEntry head = chain.get(chain.size() - 1);
    return switch (gap) {
      case "title" -> escape(hazard.id());
      case "hazard" -> free(hazard.id());
      case "count" -> String.valueOf(head.number());
      case "recorded" -> time(head.recorded());
      case "hash" -> head.hash();
      case "zone" -> escape(zone.getId());
      case "summary" -> new SummaryPart(this).render();
      case "entries" ->
          chain.stream()
              .map(entry -> new EntryPart(this, entry).render())
              .collect(Collectors.joining());
      case "persons" ->
          persons.numbers().keySet().stream().map(this::row).collect(Collectors.joining());
      case "journal" -> EvidenceLines.of(chain);
      case "openings" -> EvidenceLines.of(persons.openings());
      default -> throw Require.refusal("gap", "must be known", gap);
    };
  }

  private String row(Commitment person) {
    String hidden =
        persons.nameable().contains(person)
            ? both("未公开", "not opened")
            : both("举报隐患，不予公开", "told by an informant, never opened");
    return field(number(person), name(person).orElse(hidden) + "<br>" + code(person));
  }

  private String number(Commitment person) {
    Integer number = persons.numbers().get(person);
    return both("人员" + number, "person " + number);
  }

  private Optional<String> name(Commitment person) {
    return Optional.ofNullable(persons.openings().get(person)).map(Opening::text).map(Html::free);
  }

  /** Number and seal of a person, and the name if it is opened. */
  String person(Commitment person) {
    String seal = person.value().substring(person.value().indexOf(':') + 1);
    return "%s %s <code class=\"seal\">%s…</code>"
        .formatted(number(person), name(person).orElse(""), seal.substring(0, 12));
  }

  /** A moment where the page is read; the offset stands beside it, so that it is one moment. */
  String time(Instant moment) {
    ZonedDateTime time = moment.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
    return "%s %s %s"
        .formatted(
            time.toLocalDate(), DateTimeFormatter.ISO_LOCAL_TIME.format(time), time.getOffset());
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
    GradeScope scope = scopeBefore(step);
    return Optional.ofNullable(lifeCycles.get(step.table())).stream()
        .flatMap(lifeCycle -> lifeCycle.transitions().stream())
        .filter(line -> line.action() == step.action())
        .filter(line -> line.scope() == GradeScope.ANY || line.scope() == scope)
        .filter(line -> line.from() == step.from() && line.to() == step.to())
        .findFirst();
  }

  /** As decisions look it up: what has no grade yet counts as general. */
  private GradeScope scopeBefore(HazardStep step) {
    boolean major =
        step.number() > 1
            && hazard.steps().get(step.number() - 2).grade().filter(HazardGrade::major).isPresent();
    return major ? GradeScope.MAJOR : GradeScope.GENERAL;
  }
}
