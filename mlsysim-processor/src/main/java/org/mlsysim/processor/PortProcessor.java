package org.mlsysim.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Checks every record of ports that is compiled, writes a builder for those annotated
 * {@code @Buildable}, and derives {@code META-INF/services} from the module descriptor.
 *
 * <p>A record is one of ports when one of its components has a {@code @Port} or when it is
 * {@code @Buildable}.
 */
@SupportedAnnotationTypes("*") // the descriptor has no annotation to wait for
public final class PortProcessor extends AbstractProcessor {
  private static final String BUILDABLE = "org.mlsysim.api.port.Buildable";

  private @Nullable String module;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof ModuleElement compiled) {
        module = compiled.getQualifiedName().toString();
      } else if (root instanceof TypeElement type) {
        visit(type);
      }
    }
    if (round.processingOver() && !round.errorRaised() && module != null) {
      writeServices(module);
    }
    return false;
  }

  private void visit(TypeElement type) {
    boolean buildable =
        type.getAnnotationMirrors().stream()
            .anyMatch(each -> PortDeclaration.isNamed(each, BUILDABLE));
    if (type.getKind() == ElementKind.RECORD) {
      visitRecord(type, buildable);
    } else if (buildable) {
      error(type, "%s is no record, so it has no builder".formatted(type.getSimpleName()));
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::visit);
  }

  private void visitRecord(TypeElement record, boolean buildable) {
    List<PortDeclaration> ports = new ArrayList<>();
    List<RecordComponentElement> without = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      Optional<? extends AnnotationMirror> port = PortDeclaration.annotation(component);
      if (port.isEmpty()) {
        without.add(component);
      } else {
        ports.add(PortDeclaration.of(component, port.get(), processingEnv.getTypeUtils()));
      }
    }
    if (ports.isEmpty() && !buildable) {
      return;
    }
    without.forEach(component -> error(record, component, "it has no @Port"));
    PortRules.problems(ports, processingEnv.getTypeUtils())
        .forEach(problem -> error(record, problem.component(), problem.message()));
    if (buildable && (isHidden(record) || !record.getTypeParameters().isEmpty())) {
      error(
          record,
          "%s is private or generic, so it has no builder".formatted(record.getSimpleName()));
    } else if (buildable) {
      writeBuilder(record, ports);
    }
  }

  /** Whether a class of the same package cannot name the record. */
  private static boolean isHidden(TypeElement record) {
    for (Element each = record; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  private void writeBuilder(TypeElement record, List<PortDeclaration> ports) {
    String packageName =
        processingEnv.getElementUtils().getPackageOf(record).getQualifiedName().toString();
    String name = BuilderSource.simpleName(record);
    try (Writer writer =
        processingEnv
            .getFiler()
            .createSourceFile(packageName.isEmpty() ? name : packageName + "." + name, record)
            .openWriter()) {
      writer.write(BuilderSource.of(record, ports, processingEnv.getElementUtils()));
    } catch (IOException e) {
      error(record, "the builder %s cannot be written: %s".formatted(name, e.getMessage()));
    }
  }

  private void writeServices(String name) {
    ModuleElement compiled = processingEnv.getElementUtils().getModuleElement(name);
    try {
      ServiceFiles.write(compiled, processingEnv.getElementUtils(), processingEnv.getFiler());
    } catch (IOException e) {
      error(compiled, "META-INF/services cannot be written: %s".formatted(e.getMessage()));
    }
  }

  private void error(TypeElement record, RecordComponentElement component, String problem) {
    String message =
        "%s.%s is no good port: %s"
            .formatted(record.getSimpleName(), component.getSimpleName(), problem);
    // The compiler knows the place of the component's field, not that of the component.
    Element place =
        ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
            .map(Element.class::cast)
            .findFirst()
            .orElse(component);
    error(place, message);
  }

  private void error(Element element, String message) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}
