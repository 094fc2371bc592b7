package io.github.dualprevention.examples.quickstart;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts files into a folder so that none is ever half written. */
final class OutputFolder {

  private OutputFolder() {}

  /**
   * Writes every file under another name first; only when all are written do they get their own.
   */
  static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (String file : files.keySet()) {
      if (Files.isDirectory(folder.resolve(file))) {
        throw new FileSystemException(folder.resolve(file).toString(), null, "is a directory");
      }
    }
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path part = folder.resolve(file.getKey() + ".part");
        written.put(part, folder.resolve(file.getKey()));
        Files.writeString(part, file.getValue());
      }
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(
            file.getKey(),
            file.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Path part : written.keySet()) {
        Files.deleteIfExists(part);
      }
    }
  }
}
