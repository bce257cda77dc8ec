package org.mlsysim.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The source of a record's builder. It holds no rule of its own: the builder collects values by
 * port name, and {@code RecordShape} reads, checks and fills in the defaults.
 */
final class BuilderSource {
  private static final String API = "org.apiguardian.api.API";
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final TypeElement record;
  private final List<PortDeclaration> ports;
  private final Elements elements;
  private final String type;
  private final String builder;

  private BuilderSource(TypeElement record, List<PortDeclaration> ports, Elements elements) {
    this.record = record;
    this.ports = ports.stream().filter(port -> !port.hidden()).toList();
    this.elements = elements;
    this.type = record.getQualifiedName().toString();
    this.builder = simpleName(record);
  }

  /** The simple name of the builder: the record's, with those of its owners before it. */
  static String simpleName(TypeElement record) {
    String names = record.getSimpleName() + "Builder";
    for (Element each = record.getEnclosingElement();
        each instanceof TypeElement;
        each = each.getEnclosingElement()) {
      names = each.getSimpleName() + names;
    }
    return names;
  }

  static String of(TypeElement record, List<PortDeclaration> ports, Elements elements) {
    return new BuilderSource(record, ports, elements).text();
  }

  /** Types are written out in full so that no name of the record's package can shadow them. */
  private String text() {
    String packageName = elements.getPackageOf(record).getQualifiedName().toString();
    StringBuilder source = new StringBuilder();
    if (!packageName.isEmpty()) {
      source.append("package %s;\n\n".formatted(packageName));
    }
    source.append(
        """
        /**
         * Builds a {@link %s} by the names of its ports.
         *
         * <p>What is left out takes its default; everything missing or wrong is reported at once. A
         * builder may be used again; it is not meant for several threads.
         */
        """
            .formatted(type));
    apiStatus().ifPresent(status -> source.append(status).append('\n'));
    if (canSay(GENERATED)) {
      // The annotation is gone from the class file, so a module need not pass its own on.
      source.append("@SuppressWarnings(\"exports\")\n");
      source.append("@%s(\"%s\")\n".formatted(GENERATED, PortProcessor.class.getName()));
    }
    source.append(isPublic() ? "public " : "");
    source.append(
        """
        final class %1$s {
          private static final org.mlsysim.api.port.RecordShape<%2$s> SHAPE =
              org.mlsysim.api.port.RecordShape.of(
                  java.lang.invoke.MethodHandles.lookup(), %2$s.class);

          private final java.util.Map<String, Object> values = new java.util.LinkedHashMap<>();

          /** Starts with no port set. */
          public %1$s() {}

          /** Starts with the ports of a record, those that a catalog fills left out. */
          public static %1$s from(%2$s record) {
            %1$s builder = new %1$s();
        """
            .formatted(builder, type));
    ports.forEach(
        port ->
            source.append(
                "    builder.set(\"%s\", record.%s());\n".formatted(port.name(), port.javaName())));
    source.append("    return builder;\n  }\n");
    ports.forEach(port -> source.append(methods(port)));
    source.append(
        """

          /**
           * Builds the record; names are those of the installed catalogs.
           *
           * @throws org.mlsysim.api.error.MlsysimException if anything is missing or wrong; it holds
           *     everything that is
           */
          public %1$s build() {
            return build(org.mlsysim.api.catalog.Catalogs.installed());
          }

          /**
           * Builds the record with the names of a given registry.
           *
           * @throws org.mlsysim.api.error.MlsysimException if anything is missing or wrong; it holds
           *     everything that is
           */
          public %1$s build(org.mlsysim.api.port.Registry registry) {
            return SHAPE.build(values, registry);
          }

          private %2$s set(String port, Object value) {
            values.put(port, java.util.Objects.requireNonNull(value, port));
            return this;
          }
        }
        """
            .formatted(type, builder));
    return source.toString();
  }

  private String methods(PortDeclaration port) {
    String methods = method(port, port.valueType().toString(), "");
    if (port.shape().single() && port.carried() == Carried.QUANTITY) {
      methods += method(port, "String", " The text form is number, space, unit.");
    }
    if (port.shape().single() && port.carried() == Carried.REGISTERED) {
      methods += method(port, "String", " The text is its name in the catalogs.");
    }
    return methods;
  }

  private String method(PortDeclaration port, String parameter, String remark) {
    return """

          /**
           * Sets {@code %1$s}: %2$s.
           *
           * <p>%3$s%4$s
           *
           * @param value %2$s
           * @return this builder
           */
          public %5$s %6$s(%7$s value) {
            return set("%1$s", value);
          }
        """
        .formatted(
            port.name(),
            html(port.doc()),
            facts(port),
            remark,
            builder,
            port.javaName(),
            parameter);
  }

  private static String facts(PortDeclaration port) {
    StringBuilder facts = new StringBuilder();
    if (port.defaultValue().isPresent()) {
      String text = port.defaultValue().get();
      facts.append("Default ").append(text.isEmpty() ? "empty" : "{@code " + text + "}");
    } else {
      facts.append(port.shape().optional() ? "Optional" : "Required");
    }
    if (!port.unit().isEmpty()) {
      facts.append(", in ").append(html(port.unit()));
    }
    if (!port.range().isEmpty()) {
      facts.append(", inside ").append(html(port.range()));
    }
    return facts.append('.').toString();
  }

  /** The API status of the record or of its owner, so that the builder promises no more. */
  private Optional<String> apiStatus() {
    for (Element each = record; each instanceof TypeElement; each = each.getEnclosingElement()) {
      for (AnnotationMirror annotation : each.getAnnotationMirrors()) {
        if (PortDeclaration.isNamed(annotation, API)) {
          String status = PortDeclaration.text(annotation, "status").orElse("EXPERIMENTAL");
          String constant = status.substring(status.lastIndexOf('.') + 1);
          String since =
              PortDeclaration.text(annotation, "since")
                  .map(", since = \"%s\""::formatted)
                  .orElse("");
          return Optional.of("@%s(status = %s.Status.%s%s)".formatted(API, API, constant, since));
        }
      }
    }
    return Optional.empty();
  }

  private boolean canSay(String annotation) {
    return elements.getTypeElement(elements.getModuleOf(record), annotation) != null;
  }

  private boolean isPublic() {
    for (Element each = record; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private static String html(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                switch (c) {
                  case '&' -> "&amp;";
                  case '<' -> "&lt;";
                  case '>' -> "&gt;";
                  case '@' -> "&#64;";
                  case '{' -> "&#123;";
                  case '}' -> "&#125;";
                  case '*' -> "&#42;";
                  case '\\' -> "&#92;";
                  default -> Character.toString(c);
                })
        .collect(Collectors.joining());
  }
}
