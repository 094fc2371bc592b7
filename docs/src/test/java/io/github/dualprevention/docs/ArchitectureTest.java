package io.github.dualprevention.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultimap;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The walls. There is no list of exemptions. */
class ArchitectureTest {

  private static final Pattern ARROW = Pattern.compile("([a-z.]+) +-> *(.*)");

  private static final String TESTKIT = Library.ROOT + "testkit";
  private static final Pattern MODULE_NAME =
      Pattern.compile("module io\\.github\\.dualprevention\\.([a-z.]+)");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>dual-prevention-(?!bom)([^<]+)</artifactId>");

  /** Types whose values cannot change, so that a static field of them is a constant. */
  private static final List<Class<?>> CONSTANTS =
      List.of(
          String.class,
          BigDecimal.class,
          Pattern.class,
          Logger.class,
          ImmutableCollection.class,
          ImmutableMap.class,
          ImmutableMultimap.class);

  @Test
  void importsRunDownAsThePictureSays() throws IOException {
    Map<String, Set<String>> picture = picture();
    Set<String> violations = new TreeSet<>();
    for (JavaClass from : Library.CLASSES) {
      Set<String> allowed = picture.getOrDefault(Library.packageOf(from), Set.of());
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        boolean ours = to.getPackageName().startsWith(Library.ROOT);
        if (ours
            && !to.getPackage().equals(from.getPackage())
            && !allowed.contains(Library.packageOf(to))) {
          violations.add(from.getName() + " imports " + to.getName());
        }
      }
    }

    assertThat(violations).isEmpty();
  }

  @Test
  void thePictureShowsEveryPackageAndNoOther() throws IOException {
    Set<String> packages =
        Library.CLASSES.stream().map(Library::packageOf).collect(Collectors.toSet());

    assertThat(picture().keySet()).isEqualTo(packages);
  }

  @Test
  void everyPackageIsNullMarkedAndBelongsToAModuleThatDescribesItself() throws IOException {
    Set<String> roots = modules().values().stream().collect(Collectors.toSet());
    for (String name : picture().keySet()) {
      assertThat(Library.CLASSES.get(Library.ROOT + name + ".package-info"))
          .as(name)
          .matches(packageInfo -> packageInfo.isAnnotatedWith(NullMarked.class));
      assertThat(roots).anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
    }
    assertThat(picture().keySet()).containsAll(roots);
  }

  @Test
  void theBomListsEveryLibraryModule() throws IOException {
    assertThat(artifacts(Files.readString(Library.REPOSITORY.resolve("bom/pom.xml"))))
        .containsExactlyInAnyOrderElementsOf(modules().keySet());
  }

  /** The artifact of each library module of the reactor and the root of its packages. */
  private static Map<String, String> modules() throws IOException {
    Map<String, String> modules = new TreeMap<>();
    for (Path folder : Library.folders()) {
      String description = Files.readString(folder.resolve("src/main/java/module-info.java"));
      Matcher name = MODULE_NAME.matcher(description);
      assertThat(name.find()).as(folder.toString()).isTrue();
      String own =
          Files.readString(folder.resolve("pom.xml")).replaceFirst("(?s)<parent>.*?</parent>", "");
      modules.put(artifacts(own).get(0), name.group(1));
    }
    return modules;
  }

  private static List<String> artifacts(String pom) {
    return ARTIFACT.matcher(pom).results().map(match -> match.group(1)).toList();
  }

  @Test
  void noPackagesFormACycle() {
    slices()
        .matching("io.github.dualprevention.(**)")
        .should()
        .beFreeOfCycles()
        .check(Library.CLASSES);
  }

  @Test
  void nothingWritesToTheConsoleOrToAnotherLogger() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(Library.CLASSES);
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(Library.CLASSES);
  }

  @Test
  void timeRandomnessAndThreadsAreTheHosts() {
    List<String> violations = new ArrayList<>();
    for (JavaClass javaClass : Library.CLASSES) {
      for (JavaAccess<?> access : javaClass.getAccessesFromSelf()) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean clock =
            (owner.startsWith("java.time.")
                    && (name.equals("now") || name.startsWith("system") || name.startsWith("tick")))
                || (owner.equals("java.lang.System")
                    && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || owner.equals("java.util.Date")
                || owner.equals("java.util.Calendar");
        boolean random =
            owner.contains("Random") || name.equals("randomUUID") || name.equals("random");
        boolean thread =
            name.startsWith("parallel")
                || owner.startsWith("java.util.Timer")
                || owner.startsWith("java.util.concurrent.CompletableFuture");
        if (clock || random || thread) {
          violations.add(access.getDescription());
        }
      }
    }

    assertThat(violations).isEmpty();
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Executor.class)
        .check(Library.CLASSES);
  }

  @Test
  void staticFieldsAreConstants() {
    List<String> violations =
        Library.CLASSES.stream()
            .flatMap(javaClass -> javaClass.getFields().stream())
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(field -> !isConstant(field))
            .map(JavaField::getFullName)
            .toList();

    assertThat(violations).isEmpty();
  }

  @Test
  void publicTypesAreMeantAsTheyAre() {
    List<String> violations =
        Library.CLASSES.stream()
            .filter(javaClass -> javaClass.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(javaClass -> !isClosed(javaClass))
            .map(JavaClass::getName)
            .toList();

    assertThat(violations).isEmpty();
  }

  @Test
  void nothingCalculatesInFloatingPoint() {
    assertThat(Library.CLASSES.stream().flatMap(FloatingPoint::in)).isEmpty();
  }

  private static boolean isConstant(JavaField field) {
    JavaClass type = field.getRawType();
    boolean own = type.getPackageName().startsWith(Library.ROOT);
    boolean ownConstant =
        own && (type.isRecord() || type.isEnum() || (isFinal(type) && hasOnlyFinalFields(type)));
    boolean immutable =
        type.isPrimitive() || ownConstant || CONSTANTS.stream().anyMatch(type::isAssignableTo);
    return field.getModifiers().contains(JavaModifier.FINAL) && immutable;
  }

  private static boolean hasOnlyFinalFields(JavaClass type) {
    return type.getFields().stream()
        .allMatch(
            field ->
                field.getModifiers().contains(JavaModifier.FINAL)
                    && !field.getRawType().isAssignableTo("java.util.HashMap")
                    && !field.getRawType().isArray());
  }

  private static boolean isClosed(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || type.isAnnotation()
        || isFinal(type)
        || type.reflect().isSealed()
        || type.isAssignableTo(Throwable.class)
        || isContract(type)
        || hasContract(type)
        || type.getSimpleName().equals("package-info");
  }

  /** What an implementer of an interface extends in a test. */
  private static boolean isContract(JavaClass type) {
    return type.getPackageName().equals(TESTKIT) && type.getSimpleName().endsWith("Contract");
  }

  /** An interface for others to implement; the contract says what an implementation must do. */
  private static boolean hasContract(JavaClass type) {
    return type.isInterface()
        && Library.CLASSES.contain(TESTKIT + "." + type.getSimpleName() + "Contract");
  }

  private static boolean isFinal(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL);
  }

  /** Package to the packages that it may import, as drawn in architecture.md. */
  private static Map<String, Set<String>> picture() throws IOException {
    Map<String, Set<String>> picture = new TreeMap<>();
    try (Stream<String> lines = Files.lines(Library.REPOSITORY.resolve("docs/architecture.md"))) {
      lines
          .map(ARROW::matcher)
          .filter(arrow -> arrow.matches())
          .forEach(
              arrow ->
                  picture.put(
                      arrow.group(1),
                      Arrays.stream(arrow.group(2).split(", *"))
                          .filter(name -> !name.isEmpty())
                          .collect(Collectors.toSet())));
    }
    return picture;
  }
}
