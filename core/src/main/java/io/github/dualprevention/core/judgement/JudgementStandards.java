package io.github.dualprevention.core.judgement;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The criteria by which a hazard is judged a major one (重大事故隐患判定标准); on any day a criterion has at
 * most one edition.
 *
 * <p>A narrowed view judges by the criteria of its sectors only, and still knows the others, so
 * that it can say why one of them does not count.
 */
public final class JudgementStandards {

  /** Every sector, chosen or not. */
  private final ImmutableMap<String, Sector> sectors;

  private final ImmutableSet<String> chosen;

  /** Every edition of every criterion, whatever its sectors. */
  private final ImmutableListMultimap<String, Criterion> everywhere;

  /** Those that apply in a chosen sector. */
  private final ImmutableListMultimap<String, Criterion> here;

  private JudgementStandards(
      Map<String, Sector> sectors, Set<String> chosen, Iterable<Criterion> criteria) {
    this.sectors = ImmutableMap.copyOf(sectors);
    this.chosen = ImmutableSet.copyOf(chosen);
    this.everywhere = Multimaps.index(criteria, Criterion::id);
    this.here =
        Multimaps.index(
            Iterables.filter(
                criteria,
                criterion -> !Sets.intersection(criterion.sectors(), this.chosen).isEmpty()),
            Criterion::id);
  }

  /** Takes criteria of these sectors whose editions do not overlap. */
  static JudgementStandards of(List<Sector> sectors, List<Criterion> criteria) {
    ImmutableMap<String, Sector> byCode = Maps.uniqueIndex(sectors, Sector::code);
    return new JudgementStandards(byCode, byCode.keySet(), criteria);
  }

  /**
   * The criteria that come with the library, as far as their standards could be read: {@code
   * MEM-10}, {@code AJ3-121} and {@code MEM-4}, with the ten sectors that these name. For the last
   * two no first day could be settled, so they are in force on any day.
   *
   * @return the standards, in all sectors
   */
  public static JudgementStandards published() {
    return Published.STANDARDS;
  }

  /**
   * Reads standards from {@code criteria.csv} and {@code sectors.csv}.
   *
   * @param directory where the two files lie; the second one names every sector of the first
   * @return the standards, in all sectors
   * @throws InvalidTableException with every fault of both files; a sector is only found unknown
   *     where the file of sectors is sound
   * @throws UncheckedIOException if a file cannot be read
   */
  public static JudgementStandards read(Path directory) {
    return JudgementTables.read(TableFiles.in(directory));
  }

  /**
   * Adds standards, such as a province's or the enterprise's own.
   *
   * @param more what is added
   * @return the standards of both, in the sectors of both; narrow them after that
   * @throws RefusedException with every criterion that would have two editions on one day, and
   *     every sector that would have two names
   */
  public JudgementStandards and(JudgementStandards more) {
    List<Reason> reasons = new ArrayList<>();
    for (Sector sector : more.sectors.values()) {
      Sector own = sectors.getOrDefault(sector.code(), sector);
      if (!own.equals(sector)) {
        reasons.add(
            JudgementRules.SECTOR_DIFFERS.broken(
                "sector", sector.code(), "first", own.wording(), "second", sector.wording()));
      }
    }
    for (Criterion criterion : more.everywhere.values()) {
      for (Criterion own : everywhere.get(criterion.id())) {
        if (own.period().overlaps(criterion.period())) {
          reasons.add(
              JudgementRules.CRITERION_OVERLAP.broken(
                  "criterion",
                  criterion.id(),
                  "period",
                  criterion.period(),
                  "other",
                  own.period()));
        }
      }
    }
    refuse(reasons);
    Map<String, Sector> both = new LinkedHashMap<>(sectors);
    both.putAll(more.sectors);
    return new JudgementStandards(
        both,
        Sets.union(chosen, more.chosen),
        Iterables.concat(everywhere.values(), more.everywhere.values()));
  }

  /**
   * The same standards for an enterprise of some of their sectors.
   *
   * @param codes the codes of its sectors, at least one
   * @return a view that judges by the criteria that apply in one of them
   * @throws RefusedException with every code that is none of {@link #sectors}
   */
  public JudgementStandards inSectors(Set<String> codes) {
    Require.require(!codes.isEmpty(), "codes", "must not be empty", codes);
    List<Reason> reasons = new ArrayList<>();
    for (String code : codes) {
      if (!chosen.contains(code)) {
        reasons.add(
            JudgementRules.SECTOR_UNKNOWN.broken(
                "sector", code, "known", String.join(", ", chosen)));
      }
    }
    refuse(reasons);
    return new JudgementStandards(sectors, Sets.intersection(chosen, codes), everywhere.values());
  }

  private static void refuse(List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      throw new RefusedException(reasons);
    }
  }

  /**
   * The sectors in which it is judged.
   *
   * @return in the order in which they were given
   */
  public List<Sector> sectors() {
    return chosen.stream().map(this::sector).toList();
  }

  private Sector sector(String code) {
    return Require.notNull(sectors.get(code), "sector");
  }

  /**
   * Every edition of every criterion that applies in these sectors.
   *
   * @return grouped by id, in the order in which each was first given
   */
  public List<Criterion> all() {
    return here.values().asList();
  }

  /**
   * The criteria that are in force.
   *
   * @param day the day of the judgement
   * @return those of {@link #all}, in their order; each id at most once
   */
  public List<Criterion> inForce(LocalDate day) {
    Require.notNull(day, "day");
    return here.values().stream().filter(criterion -> criterion.period().contains(day)).toList();
  }

  /**
   * Finds the edition of a criterion that is in force.
   *
   * @param id exactly as {@link Criterion#id} has it
   * @param day the day of the judgement
   * @return the criterion; empty if it may not be judged by, for whatever reason
   */
  public Optional<Criterion> find(String id, LocalDate day) {
    Require.notNull(id, "id");
    Require.notNull(day, "day");
    for (Criterion edition : here.get(id)) {
      if (edition.period().contains(day)) {
        return Optional.of(edition);
      }
    }
    return Optional.empty();
  }

  /**
   * Finds the edition of a criterion that is in force, or says why it may not be judged by.
   *
   * @param id exactly as {@link Criterion#id} has it
   * @param day the day of the judgement
   * @return the criterion; or that there is none of that id, none in these sectors, or none on that
   *     day
   */
  public Outcome<Criterion> judge(String id, LocalDate day) {
    return find(id, day)
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(reasonAgainst(id, day)));
  }

  private Reason reasonAgainst(String id, LocalDate day) {
    List<Criterion> editions = everywhere.get(id);
    List<Criterion> applicable = here.get(id);
    if (editions.isEmpty()) {
      return JudgementRules.CRITERION_UNKNOWN.broken("criterion", id, "known", standards());
    }
    if (applicable.isEmpty()) {
      return JudgementRules.CRITERION_OTHER_SECTOR.brokenUnder(
          editions.get(0).source(),
          "criterion",
          id,
          "sectors",
          terms(editions.stream().flatMap(edition -> edition.sectors().stream()).toList()),
          "chosen",
          terms(chosen));
    }
    return JudgementRules.CRITERION_NOT_IN_FORCE.brokenUnder(
        applicable.get(0).source(),
        "criterion",
        id,
        "day",
        day,
        "periods",
        applicable.stream()
            .map(edition -> edition.period().toString())
            .collect(Collectors.joining(", ")));
  }

  private String standards() {
    return everywhere.values().stream()
        .map(Criterion::standard)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Term terms(Collection<String> codes) {
    return Term.list(codes.stream().distinct().map(this::sector).map(Sector::term).toList());
  }

  /** Read once, when it is first asked for. */
  private static final class Published {
    static final JudgementStandards STANDARDS =
        JudgementTables.read(
            TableFiles.of(
                name -> Require.notNull(JudgementStandards.class.getResourceAsStream(name), name)));
  }
}
