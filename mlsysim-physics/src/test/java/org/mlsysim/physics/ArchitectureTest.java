package org.mlsysim.physics;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;

/** What keeps the laws pure, bit-equal on every JVM, and inside what compiles to WebAssembly. */
@AnalyzeClasses(
    packages = "org.mlsysim.physics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Set<String> MATHEMATICS =
      Set.of(
          "java.lang.Math.abs",
          "java.lang.Math.min",
          "java.lang.Math.max",
          "java.lang.Math.floor",
          "java.lang.Math.ceil",
          "java.lang.Math.sqrt",
          "java.lang.StrictMath.exp",
          "java.lang.StrictMath.log",
          "java.lang.StrictMath.pow");

  @ArchTest
  static final ArchRule lawsDependOnLittle =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.mlsysim.physics..", "java.lang", "java.lang.runtime")
          .because("the laws run in a browser and in a Spark task as they are")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule lawsUseTheMathematicsThatIsBitEqual =
      classes()
          .should(
              new ArchCondition<JavaClass>("call only the listed functions of mathematics") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
                    String owner = call.getTargetOwner().getFullName();
                    String name = owner + "." + call.getName();
                    boolean mathematics =
                        owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
                    boolean formats =
                        owner.equals("java.lang.String") && call.getName().startsWith("format");
                    if ((mathematics && !MATHEMATICS.contains(name)) || formats) {
                      events.add(violated(item, call.getDescription()));
                    }
                  }
                }
              });

  @ArchTest
  static final ArchRule lawsKeepNoState =
      fields().that().areStatic().should().beFinal().because("a law has no memory");

  @ArchTest
  static final ArchRule domainsFormNoCycle =
      slices().matching("org.mlsysim.physics.(*)..").should().beFreeOfCycles();
}
