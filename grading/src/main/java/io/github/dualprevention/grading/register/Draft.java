package io.github.dualprevention.grading.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A CSV file that is written beside its place and moved there when it is whole. */
final class Draft implements Closeable {

  private final Path place;
  private final Path path;
  private final OutputStream out;
  private final CsvWriter csv;
  private boolean moved;

  Draft(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      throw new FileSystemException(place.toString(), null, "is a directory");
    }
    this.place = place;
    this.path = create(place);
    this.out = Files.newOutputStream(path);
    this.csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
  }

  private static Path create(Path place) throws IOException {
    for (long n = 0; ; n++) {
      try {
        return Files.createFile(place.resolveSibling(place.getFileName() + "." + n + ".tmp"));
      } catch (FileAlreadyExistsException taken) {
        continue; // by another process, or left behind by one that died
      }
    }
  }

  void write(Iterable<String> cells) {
    csv.writeRecord(cells);
  }

  void write(Iterable<String> first, Iterable<String> further) {
    CsvWriter.CsvWriterRecord record = csv.writeRecord();
    first.forEach(record::writeField);
    further.forEach(record::writeField);
    record.endRecord();
  }

  void moveIntoPlace() throws IOException {
    csv.close();
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    moved = true; // from here on its name may be another's
  }

  /** Deletes what was not moved. */
  @Override
  public void close() throws IOException {
    out.close();
    if (!moved) {
      Files.deleteIfExists(path);
    }
  }
}
