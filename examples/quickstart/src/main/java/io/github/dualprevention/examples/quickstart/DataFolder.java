package io.github.dualprevention.examples.quickstart;

import com.google.common.io.ByteSource;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.FactorScale;
import io.github.dualprevention.grading.GradingMethods;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the data lies.
 *
 * @param folder a folder of the user's; empty for the bundled petrol station
 */
record DataFolder(Optional<Path> folder) {

  private static final Rule COLUMN_TAKEN =
      Rule.of(
          "story.factor.column",
          "方法{method}的因子“{factor}”与清单的列同名",
          "the factor {factor} of the method {method} has the name of a column of the register");

  /** Opens a file; empty if there is none of that name. */
  Optional<InputStream> find(String name) throws IOException {
    if (folder.isEmpty()) {
      return Optional.ofNullable(DataFolder.class.getResourceAsStream("/petrol-station/" + name));
    }
    Path path = folder.get().resolve(name);
    return Files.exists(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
  }

  /** A file that must be there. */
  InputStream open(String name) throws IOException {
    return find(name)
        .orElseThrow(
            () ->
                new NoSuchFileException(
                    folder.map(data -> data.resolve(name)).orElse(Path.of(name)).toString()));
  }

  /** What a file holds now, however often it is looked at. */
  ByteSource content(String name) throws IOException {
    try (InputStream in = open(name)) {
      return ByteSource.wrap(in.readAllBytes());
    }
  }

  /**
   * The published methods with the standard that lies in a folder of the data upon them; empty if
   * there is no such folder, or if it has faults.
   */
  Optional<GradingMethods> standard(String name, List<Fault> faults) {
    if (!has(name)) {
      return Optional.empty();
    }
    TableFiles files =
        TableFiles.of(
            file -> {
              try {
                return open(name + "/" + file);
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            });
    try {
      GradingMethods methods = GradingMethods.published().refinedBy(name, files);
      List<Fault> taken = takenColumns(name + "/methods.csv", methods);
      faults.addAll(taken);
      return taken.isEmpty() ? Optional.of(methods) : Optional.empty();
    } catch (InvalidTableException invalid) {
      invalid.faults().forEach(fault -> faults.add(in(name, fault)));
      return Optional.empty();
    }
  }

  /** A factor needs a column of its own in the register. */
  private static List<Fault> takenColumns(String file, GradingMethods methods) {
    return methods.all().stream()
        .flatMap(
            method ->
                method.scales().stream()
                    .map(FactorScale::factor)
                    .filter(RegisterReader.COLUMNS::contains)
                    .map(
                        factor ->
                            new Fault(
                                file,
                                1,
                                "factors",
                                factor,
                                COLUMN_TAKEN.broken("factor", factor, "method", method))))
        .toList();
  }

  /** The list of direct rules; empty if none is kept, or if it has faults. */
  Optional<DirectRules> directRules(String name, List<Fault> faults) throws IOException {
    Optional<InputStream> kept = find(name);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = kept.get()) {
      return Optional.of(DirectRules.read(name, in));
    } catch (InvalidTableException invalid) {
      faults.addAll(invalid.faults());
      return Optional.empty();
    }
  }

  /** Whether there is a file, or a folder, of that name. */
  boolean has(String name) {
    return folder
        .map(data -> Files.exists(data.resolve(name)))
        .orElseGet(() -> bundled(name) || bundled(name + "/methods.csv"));
  }

  private static boolean bundled(String name) {
    return DataFolder.class.getResource("/petrol-station/" + name) != null;
  }

  private static Fault in(String name, Fault fault) {
    return new Fault(
        name + "/" + fault.file(), fault.line(), fault.column(), fault.value(), fault.reason());
  }
}
