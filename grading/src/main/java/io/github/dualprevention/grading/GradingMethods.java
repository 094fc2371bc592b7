package io.github.dualprevention.grading;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalogue of grading methods, each proved; a method may have several editions with different
 * days in force.
 *
 * <p>A name that is not in the catalogue is refused; there is no default method.
 */
public final class GradingMethods {

  private final ImmutableListMultimap<String, GradingMethod> editionsById;
  private final ImmutableMap<String, String> idByAlias;

  private GradingMethods(
      ImmutableListMultimap<String, GradingMethod> editionsById,
      ImmutableMap<String, String> idByAlias) {
    this.editionsById = editionsById;
    this.idByAlias = idByAlias;
  }

  /**
   * The published methods that come with the library: {@code LS:DB37-4} (also {@code LS}), {@code
   * LEC:EDGE_TO_HIGHER} (also {@code LEC}) and {@code LEC:EDGE_TO_LOWER}.
   *
   * @return the catalogue
   */
  public static GradingMethods published() {
    return Published.METHODS;
  }

  /**
   * Reads methods from {@code methods.csv}, {@code scales.csv} and {@code bands.csv}.
   *
   * @param directory where the three files lie
   * @return the catalogue
   * @throws InvalidTableException with every faulty cell of all three files or, where all cells are
   *     sound, with everything that is wrong with the tables that they make
   * @throws UncheckedIOException if a file cannot be read
   */
  public static GradingMethods read(Path directory) {
    return GradingTables.read(TableFiles.in(directory));
  }

  /**
   * Builds a catalogue.
   *
   * @param methods all editions of all methods
   * @param aliases further names and the ids that they stand for
   * @return the catalogue; or every name that means two things, every alias without method and
   *     every pair of editions that are in force at once
   */
  public static Outcome<GradingMethods> of(
      List<GradingMethod> methods, Map<String, String> aliases) {
    ImmutableListMultimap<String, GradingMethod> byId =
        Multimaps.index(methods, method -> method.edition().version().id());
    List<Reason> reasons = new ArrayList<>();
    Multimaps.asMap(byId).values().forEach(editions -> againstOverlaps(editions, reasons));
    aliases.forEach(
        (alias, id) -> {
          if (byId.containsKey(alias)) {
            reasons.add(
                GradingRules.NAME_TWICE.broken("name", alias, "first", alias, "second", id));
          }
          if (!byId.containsKey(id)) {
            reasons.add(unknown(id, byId.keySet().stream()));
          }
        });
    return reasons.isEmpty()
        ? Outcome.accepted(new GradingMethods(byId, ImmutableMap.copyOf(aliases)))
        : new Outcome.Refused<>(reasons);
  }

  /**
   * This catalogue and another one together.
   *
   * @param others further methods
   * @return the catalogue of both; or everything in which they contradict each other
   */
  public Outcome<GradingMethods> with(GradingMethods others) {
    Map<String, String> aliases = new LinkedHashMap<>(idByAlias);
    List<Reason> reasons = new ArrayList<>();
    others.idByAlias.forEach(
        (alias, id) -> {
          String before = aliases.putIfAbsent(alias, id);
          if (before != null && !before.equals(id)) {
            reasons.add(
                GradingRules.NAME_TWICE.broken("name", alias, "first", before, "second", id));
          }
        });
    Outcome<GradingMethods> both =
        of(Stream.concat(all().stream(), others.all().stream()).toList(), aliases);
    reasons.addAll(both.reasons());
    return reasons.isEmpty() ? both : new Outcome.Refused<>(reasons);
  }

  /**
   * Finds the edition of a method that is in force.
   *
   * @param name the method's id or another name of it
   * @param day the day of the grading
   * @return the method; or that there is none of that name, or none on that day
   */
  public Outcome<GradingMethod> find(String name, LocalDate day) {
    String id = idByAlias.getOrDefault(name, name);
    List<GradingMethod> editions = editionsById.get(id);
    if (editions.isEmpty()) {
      return Outcome.refused(unknown(name, names()));
    }
    Optional<GradingMethod> inForce =
        editions.stream().filter(method -> method.edition().period().contains(day)).findFirst();
    return inForce.map(Outcome::accepted).orElseGet(() -> notInForce(name, day, editions));
  }

  /**
   * The edition of a method that is in force.
   *
   * @param name the method's id or another name of it
   * @param day the day of the grading
   * @return the method
   * @throws RefusedException if there is none of that name, or none on that day
   */
  public GradingMethod inForce(String name, LocalDate day) {
    return find(name, day).orThrow();
  }

  /**
   * Finds the very edition that an old grade names.
   *
   * @param version id and version
   * @return the method, or that there is no such edition
   */
  public Outcome<GradingMethod> edition(TableVersion version) {
    Require.notNull(version, "version");
    return editionsById.get(version.id()).stream()
        .filter(method -> method.edition().version().equals(version))
        .findFirst()
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.refused(
                    unknown(version.toString(), all().stream().map(GradingMethod::toString))));
  }

  /**
   * Every edition of every method.
   *
   * @return grouped by method, in the order in which each was first given
   */
  public List<GradingMethod> all() {
    return editionsById.values().asList();
  }

  private static void againstOverlaps(List<GradingMethod> editions, List<Reason> reasons) {
    for (int i = 0; i < editions.size(); i++) {
      MethodEdition first = editions.get(i).edition();
      editions.subList(i + 1, editions.size()).stream()
          .map(GradingMethod::edition)
          .filter(
              second ->
                  first.period().overlaps(second.period())
                      || first.version().equals(second.version()))
          .findFirst()
          .ifPresent(
              second ->
                  reasons.add(
                      GradingRules.EDITIONS_OVERLAP.broken(
                          "method",
                          first.version().id(),
                          "first",
                          first.version().version(),
                          "second",
                          second.version().version())));
    }
  }

  private Stream<String> names() {
    return Stream.concat(idByAlias.keySet().stream(), editionsById.keySet().stream());
  }

  private static Reason unknown(String name, Stream<String> known) {
    return GradingRules.METHOD_UNKNOWN.broken(
        "method", name, "known", known.collect(Collectors.joining(", ")));
  }

  private static Outcome<GradingMethod> notInForce(
      String name, LocalDate day, List<GradingMethod> editions) {
    String periods =
        editions.stream()
            .map(method -> method.edition().period().toString())
            .collect(Collectors.joining(", "));
    return Outcome.refused(
        GradingRules.METHOD_NOT_IN_FORCE.broken("method", name, "day", day, "periods", periods));
  }

  /** Read and proved once, when it is first asked for. */
  private static final class Published {
    static final GradingMethods METHODS = GradingTables.read(TableFiles.of(Published::open));

    private static InputStream open(String name) {
      return Require.notNull(GradingMethods.class.getResourceAsStream(name), name);
    }
  }
}
