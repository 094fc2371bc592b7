package io.github.dualprevention.grading.register;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A CSV file that is written beside its place and moved there when it is whole. */
final class Draft implements Closeable {

  private static final int BUFFER = 64 * 1024;

  private final Path place;
  private final Path path;
  private final OutputStream file;
  private final OutputStream out;
  private boolean moved;

  Draft(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      throw new FileSystemException(place.toString(), null, "is a directory");
    }
    this.place = place;
    this.path = create(place);
    this.file = Files.newOutputStream(path);
    this.out = new BufferedOutputStream(file, BUFFER);
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

  /** Writes one line, made of parts that are lines of CSV themselves. */
  void write(byte[]... parts) {
    try {
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          out.write(',');
        }
        out.write(parts[i]);
      }
      out.write('\n');
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void moveIntoPlace() throws IOException {
    out.close();
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    moved = true; // from here on its name may be another's
  }

  /** Deletes what was not moved. */
  @Override
  public void close() throws IOException {
    file.close(); // whatever is not written yet is not wanted any more
    if (!moved) {
      Files.deleteIfExists(path);
    }
  }
}
