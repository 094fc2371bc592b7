package io.github.dualprevention.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The compiled library modules and the documents beside them. */
final class Library {

  static final String ROOT = "io.github.dualprevention.";

  /** The repository; tests run in the folder of their module. */
  static final Path REPOSITORY = Path.of("..");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/dualprevention/examples/"))
          .importPackages(ROOT.substring(0, ROOT.length() - 1));

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Set<String> OUTSIDE = Set.of("bom", "benchmarks", "docs");

  private Library() {}

  /** The folders of all modules. */
  static List<Path> modules() throws IOException {
    return MODULE
        .matcher(Files.readString(REPOSITORY.resolve("pom.xml")))
        .results()
        .map(module -> REPOSITORY.resolve(module.group(1)))
        .toList();
  }

  /** The folders of the modules that belong to the library. */
  static List<Path> folders() throws IOException {
    return modules().stream()
        .filter(folder -> !folder.startsWith(REPOSITORY.resolve("examples")))
        .filter(folder -> !OUTSIDE.contains(folder.getFileName().toString()))
        .toList();
  }

  /** The package below the root, as in {@code core.risk}. */
  static String packageOf(JavaClass javaClass) {
    return javaClass.getPackageName().substring(ROOT.length());
  }
}
