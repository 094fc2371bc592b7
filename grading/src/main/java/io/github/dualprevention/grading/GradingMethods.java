package io.github.dualprevention.grading;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalogue of grading methods, each proved; a method may have several editions with different
 * days in force.
 *
 * <p>A catalogue has one layer or several, such as province, sector and enterprise: a lower layer
 * may use the scales and bands of those above it, and where it has a method or a name of its own,
 * that one counts. A name that is not in the catalogue is refused; there is no default method.
 */
public final class GradingMethods {

  /** The most specific one first. */
  private final ImmutableList<Layer> layers;

  private GradingMethods(List<Layer> layers) {
    this.layers = ImmutableList.copyOf(layers);
  }

  /** The methods that one authority or enterprise has laid down. */
  private record Layer(
      String name,
      ImmutableListMultimap<String, GradingMethod> editionsById,
      ImmutableMap<String, String> idByAlias,
      GradingParts parts) {

    boolean hasEdition(TableVersion version) {
      return editionsById.get(version.id()).stream()
          .anyMatch(method -> method.edition().version().equals(version));
    }
  }

  /**
   * The published methods that come with the library, as the layer {@code published}; the guide
   * lists them with their sources. {@code LS} stands for {@code LS:DB37-4} and {@code LEC} for
   * {@code LEC:EDGE_TO_HIGHER}.
   *
   * @return the catalogue
   */
  public static GradingMethods published() {
    return Published.METHODS;
  }

  /**
   * Reads methods that stand for themselves from {@code methods.csv}, {@code scales.csv} and {@code
   * bands.csv}.
   *
   * @param layer who has laid them down, as in {@code enterprise}
   * @param files the three files, as in {@code TableFiles.in(folder)}
   * @return the catalogue
   * @throws InvalidTableException with every faulty cell of all three files or, where all cells are
   *     sound, with everything that is wrong with the tables that they make
   * @throws UncheckedIOException if a file cannot be read
   */
  public static GradingMethods read(String layer, TableFiles files) {
    return GradingTables.read(layer, files, Optional.empty());
  }

  /**
   * Reads a layer below this catalogue from {@code methods.csv}, {@code scales.csv} and {@code
   * bands.csv}; its methods may use scales and bands of this catalogue by name.
   *
   * @param layer who has laid it down, as in {@code enterprise}
   * @param files the three files, as in {@code TableFiles.in(folder)}
   * @return the catalogue of all layers
   * @throws InvalidTableException as {@link #read}, and if an edition of this catalogue is given
   *     anew: what an old grade names must not change
   * @throws UncheckedIOException if a file cannot be read
   */
  public GradingMethods refinedBy(String layer, TableFiles files) {
    return GradingTables.read(layer, files, Optional.of(this));
  }

  /**
   * Builds a catalogue.
   *
   * @param layer who has laid the methods down, as in {@code enterprise}
   * @param methods all editions of all methods
   * @param aliases further names and the ids that they stand for
   * @return the catalogue; or every name that means two things, every alias without method and
   *     every pair of editions that are in force at once
   */
  public static Outcome<GradingMethods> of(
      String layer, List<GradingMethod> methods, Map<String, String> aliases) {
    return of(layer, methods, aliases, new GradingParts(Map.of(), Map.of()));
  }

  static Outcome<GradingMethods> of(
      String layer, List<GradingMethod> methods, Map<String, String> aliases, GradingParts parts) {
    ImmutableListMultimap<String, GradingMethod> byId =
        Multimaps.index(methods, method -> method.edition().version().id());
    List<Reason> reasons = new ArrayList<>();
    Multimaps.asMap(byId).values().forEach(editions -> againstOverlaps(editions, reasons));
    aliases.forEach(
        (alias, id) -> {
          Require.id(alias, "alias");
          if (byId.containsKey(alias)) {
            reasons.add(
                GradingRules.NAME_TWICE.broken("name", alias, "first", alias, "second", id));
          }
          if (!byId.containsKey(id)) {
            reasons.add(unknown(id, byId.keySet().stream()));
          }
        });
    Layer only = new Layer(Require.id(layer, "layer"), byId, ImmutableMap.copyOf(aliases), parts);
    return reasons.isEmpty()
        ? Outcome.accepted(new GradingMethods(List.of(only)))
        : new Outcome.Refused<>(reasons);
  }

  /**
   * Lays a more specific catalogue below this one.
   *
   * @param lower what counts first
   * @return the catalogue of all layers; or every edition that both have, every further name that
   *     is an id above, and every layer that both have
   */
  public Outcome<GradingMethods> refinedBy(GradingMethods lower) {
    List<Reason> reasons = new ArrayList<>();
    for (Layer below : lower.layers) {
      for (Layer above : layers) {
        if (above.name().equals(below.name())) {
          reasons.add(GradingRules.LAYER_TWICE.broken("layer", below.name()));
        }
        for (GradingMethod method : below.editionsById().values()) {
          TableVersion version = method.edition().version();
          if (above.hasEdition(version)) {
            reasons.add(
                GradingRules.EDITION_TAKEN.broken(
                    "method", version.id(), "second", version.version(), "layer", above.name()));
          }
        }
        for (String alias : below.idByAlias().keySet()) {
          if (above.editionsById().containsKey(alias)) {
            reasons.add(
                GradingRules.NAME_TWICE.broken(
                    "name", alias, "first", alias, "second", below.idByAlias().get(alias)));
          }
        }
      }
    }
    return reasons.isEmpty()
        ? Outcome.accepted(
            new GradingMethods(Stream.concat(lower.layers.stream(), layers.stream()).toList()))
        : new Outcome.Refused<>(reasons);
  }

  /**
   * Finds the edition of a method that is in force: of the most specific layer that has one. Where
   * a layer has none on that day, the layers above it count; the grade names the edition.
   *
   * @param name the method's id or another name of it
   * @param day the day of the grading
   * @return the method; or that there is none of that name, or none on that day
   */
  public Outcome<GradingMethod> find(String name, LocalDate day) {
    List<GradingMethod> editions = editions(name);
    if (editions.isEmpty()) {
      return Outcome.refused(unknown(name, names()));
    }
    Optional<GradingMethod> inForce =
        editions.stream().filter(method -> method.edition().period().contains(day)).findFirst();
    return inForce.map(Outcome::accepted).orElseGet(() -> notInForce(name, day, editions));
  }

  /**
   * Every edition that a name may mean: for each layer that knows it as an id or as a further name,
   * the most specific first, the editions of that id in all layers.
   */
  private List<GradingMethod> editions(String name) {
    return layers.stream()
        .map(
            layer ->
                layer.editionsById().containsKey(name)
                    ? name
                    : layer.idByAlias().getOrDefault(name, name))
        .flatMap(id -> layers.stream().flatMap(layer -> layer.editionsById().get(id).stream()))
        .distinct()
        .toList();
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
    return all().stream()
        .filter(method -> method.edition().version().equals(version))
        .findFirst()
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.refused(
                    unknown(version.toString(), all().stream().map(GradingMethod::toString))));
  }

  /**
   * Every edition of every method, also those above that a lower layer has replaced.
   *
   * @return the most specific layer first, grouped by method, in the order in which each was first
   *     given
   */
  public List<GradingMethod> all() {
    return layers.stream().flatMap(layer -> layer.editionsById().values().stream()).toList();
  }

  /**
   * Who has laid an edition down.
   *
   * @param version id and version
   * @return the layer's name; empty if there is no such edition
   */
  public Optional<String> layerOf(TableVersion version) {
    return layers.stream().filter(layer -> layer.hasEdition(version)).map(Layer::name).findFirst();
  }

  /** The values of a named scale, of the most specific layer that has it. */
  Optional<List<FactorValue>> scale(String name) {
    return layers.stream()
        .flatMap(layer -> Stream.ofNullable(layer.parts().scales().get(name)))
        .findFirst();
  }

  /** The lines of a named set of bands, of the most specific layer that has it. */
  Optional<List<Band>> bands(String name) {
    return layers.stream()
        .flatMap(layer -> Stream.ofNullable(layer.parts().bands().get(name)))
        .findFirst();
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
    return layers.stream()
        .flatMap(
            layer ->
                Stream.concat(
                    layer.idByAlias().keySet().stream(), layer.editionsById().keySet().stream()))
        .distinct();
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
    static final GradingMethods METHODS =
        GradingTables.read("published", TableFiles.of(Published::open), Optional.empty());

    private static InputStream open(String name) {
      return Require.notNull(GradingMethods.class.getResourceAsStream(name), name);
    }
  }
}
