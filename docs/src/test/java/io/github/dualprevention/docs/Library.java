package io.github.dualprevention.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;

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

  private Library() {}

  /** The package below the root, as in {@code core.risk}. */
  static String packageOf(JavaClass javaClass) {
    return javaClass.getPackageName().substring(ROOT.length());
  }
}
