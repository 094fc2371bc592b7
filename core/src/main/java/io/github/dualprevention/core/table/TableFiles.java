package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Several files that make one table: all faults of all of them come together, each once. */
public final class TableFiles {

  private final Function<String, InputStream> files;
  private final Set<Fault> faults = new LinkedHashSet<>();

  private TableFiles(Function<String, InputStream> files) {
    this.files = files;
  }

  /**
   * Files of a folder.
   *
   * @param directory where the files lie
   * @return the files; one that cannot be read is an {@code UncheckedIOException} when asked for
   */
  public static TableFiles in(Path directory) {
    return new TableFiles(
        name -> {
          try {
            return Files.newInputStream(directory.resolve(name));
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
  }

  /**
   * Files from wherever the caller has them, such as resources.
   *
   * @param files opens a file by its name; each stream is closed after it is read
   * @return the files
   */
  public static TableFiles of(Function<String, InputStream> files) {
    return new TableFiles(Require.notNull(files, "files"));
  }

  /**
   * Reads a file and keeps its faults.
   *
   * @param format what the file must hold
   * @param file the file's name
   * @return the sound rows
   * @throws UncheckedIOException if the file cannot be read
   */
  public List<Row> rows(TableFormat format, String file) {
    try (InputStream in = files.apply(file)) {
      Table table = format.read(file, in);
      faults.addAll(table.faults());
      return table.rows();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Keeps a fault that shows only when the files are held together.
   *
   * @param fault what is wrong and where
   */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /**
   * Whether nothing is wrong with a file so far; what depends on a faulty one may look wrong too.
   *
   * @param file the file's name
   * @return whether no fault of it was kept
   */
  public boolean isSound(String file) {
    return faults.stream().noneMatch(fault -> fault.file().equals(file));
  }

  /**
   * Goes on only if nothing is wrong so far.
   *
   * @throws InvalidTableException with every fault that was kept
   */
  public void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new InvalidTableException(List.copyOf(faults));
    }
  }
}
