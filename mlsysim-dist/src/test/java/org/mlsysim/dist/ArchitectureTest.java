package org.mlsysim.dist;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;

/** The rules that no compiler holds, over all modules of the product. */
@AnalyzeClasses(
    packages = {"org.mlsysim", "com.example.mlsysim"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] WITH_TEXT_FORMATS = {
    "org.mlsysim.runtime..", "org.mlsysim.registry..", "org.mlsysim.benchmarks.."
  };

  @ArchTest
  static final ArchRule publicTypesSayHowStableTheyAre =
      classes()
          .that()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .and()
          .resideInAnyPackage(
              "org.mlsysim.api..",
              "org.mlsysim.core.node..",
              "org.mlsysim.pipeline..",
              "org.mlsysim.runtime..",
              "org.mlsysim.testkit..")
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should()
          .beAnnotatedWith(API.class);

  @ArchTest
  static final ArchRule jsonIsReadAndWrittenInFewPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(WITH_TEXT_FORMATS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "org.yaml..");

  @ArchTest
  static final ArchRule guiceStaysInTheRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mlsysim.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.inject..");

  @ArchTest
  static final ArchRule oneClassLoadsServices =
      noClasses()
          .that()
          .haveNameNotMatching("org\\.mlsysim\\.api\\.discovery\\.Discovery.*")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.ServiceLoader");

  @ArchTest
  static final ArchRule oneClassReflectsOnRecords =
      noClasses()
          .that()
          .resideInAnyPackage("org.mlsysim.api..", "org.mlsysim.core..", "org.mlsysim.pipeline..")
          .and()
          .haveNameNotMatching("org\\.mlsysim\\.api\\.port\\.RecordShape.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect");

  @ArchTest
  static final ArchRule aModelDecidesNothing =
      classes()
          .that()
          .areAssignableTo(BaseModel.class)
          .should(
              ArchConditions.never(
                  dependOnClassesThat(
                      DescribedPredicate.or(
                          JavaClass.Predicates.assignableTo("org.mlsysim.api.BaseOptimizer"),
                          JavaClass.Predicates.assignableTo("org.mlsysim.api.Search"),
                          JavaClass.Predicates.assignableTo("org.mlsysim.api.catalog.Catalogs"),
                          JavaClass.Predicates.assignableTo("java.util.Random"),
                          JavaClass.Predicates.assignableTo("java.time.Clock"),
                          JavaClass.Predicates.resideInAnyPackage("java.io", "java.nio..")))))
          .because("a model is deterministic, with no search, no I/O and no clock");

  @ArchTest
  static final ArchRule aLibraryRunsWhereThereIsNoConsole =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.mlsysim.cli..", "org.mlsysim.registry..", "org.mlsysim.benchmarks..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule domainsOfResolversFormNoCycle =
      slices().matching("org.mlsysim.core.(*)..").should().beFreeOfCycles();
}
