package org.mlsysim.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * A record component with its {@code @Port}, as the source has it.
 *
 * @param component the component
 * @param name the wire name
 * @param named whether the declaration itself states the wire name
 * @param aliases further names that are read
 * @param unit the unit symbol, or ""
 * @param range the range as written, or ""
 * @param defaultValue the default as written, if there is one
 * @param doc what the value is
 * @param hidden whether the catalog fills the component
 * @param verdict whether the output says that the state can be
 * @param shape what surrounds the carried values
 * @param carried what is carried
 * @param valueType the component's type, without {@code Optional}
 * @param elementType the type of a carried value
 */
record PortDeclaration(
    RecordComponentElement component,
    String name,
    boolean named,
    List<String> aliases,
    String unit,
    String range,
    Optional<String> defaultValue,
    String doc,
    boolean hidden,
    boolean verdict,
    Shape shape,
    Carried carried,
    TypeMirror valueType,
    TypeMirror elementType) {

  /** What surrounds the values that a port carries. */
  record Shape(boolean optional, boolean list, boolean map) {
    boolean single() {
      return !list && !map;
    }
  }

  private static final String PORT = "org.mlsysim.api.port.Port";
  private static final String REGISTERED = "org.mlsysim.api.catalog.Registered";
  private static final String NO_DEFAULT = "\u0000";

  /** The annotation that makes a component a port, if it is there. */
  static Optional<? extends AnnotationMirror> annotation(RecordComponentElement component) {
    return component.getAnnotationMirrors().stream().filter(each -> isNamed(each, PORT)).findAny();
  }

  static boolean isNamed(AnnotationMirror annotation, String name) {
    return ((TypeElement) annotation.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(name);
  }

  static PortDeclaration of(RecordComponentElement component, AnnotationMirror port, Types types) {
    TypeMirror valueType = component.asType();
    boolean optional = isType(valueType, "java.util.Optional");
    if (optional) {
      valueType = argument(valueType, 0).orElse(valueType);
    }
    // Lists of lists are possible, so the carried type is found from the outside in.
    TypeMirror carried = valueType;
    boolean list = isType(carried, "java.util.List");
    boolean map = isType(carried, "java.util.Map");
    while (isType(carried, "java.util.List") || isType(carried, "java.util.Map")) {
      Optional<TypeMirror> inner = argument(carried, isType(carried, "java.util.List") ? 0 : 1);
      if (inner.isEmpty()) {
        break;
      }
      carried = inner.get();
    }
    String name = text(port, "name").orElse("");
    return new PortDeclaration(
        component,
        name.isEmpty() ? WireNames.snakeCase(component.getSimpleName().toString()) : name,
        !name.isEmpty(),
        texts(port, "aliases"),
        text(port, "unit").orElse(""),
        text(port, "range").orElse(""),
        text(port, "defaultValue").filter(each -> !each.equals(NO_DEFAULT)),
        text(port, "doc").orElse(""),
        flag(port, "hidden"),
        flag(port, "verdict"),
        new Shape(optional, list, map),
        carried(carried, types),
        valueType,
        carried);
  }

  /** The component's name in Java. */
  String javaName() {
    return component.getSimpleName().toString();
  }

  private static Carried carried(TypeMirror type, Types types) {
    TypeKind kind = unboxed(type);
    if (kind == TypeKind.INT || kind == TypeKind.LONG) {
      return Carried.WHOLE;
    }
    if (kind == TypeKind.DOUBLE) {
      return Carried.REAL;
    }
    if (kind == TypeKind.BOOLEAN) {
      return Carried.FLAG;
    }
    if (!(type instanceof DeclaredType declared)) {
      return Carried.NOTHING;
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (element.getQualifiedName().contentEquals("java.lang.String")) {
      return Carried.WORDS;
    }
    if (element.getQualifiedName().contentEquals("javax.measure.Quantity")) {
      return Carried.QUANTITY;
    }
    if (element.getQualifiedName().contentEquals("org.mlsysim.api.wire.Wire")) {
      return Carried.OPEN;
    }
    if (element.getKind() == ElementKind.ENUM) {
      return Carried.CHOICE;
    }
    if (element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.INTERFACE) {
      return isRegistered(type, types) ? Carried.REGISTERED : Carried.STRUCTURE;
    }
    return Carried.NOTHING;
  }

  private static boolean isRegistered(TypeMirror type, Types types) {
    return isType(type, REGISTERED)
        || types.directSupertypes(type).stream().anyMatch(each -> isRegistered(each, types));
  }

  private static TypeKind unboxed(TypeMirror type) {
    if (isType(type, "java.lang.Integer")) {
      return TypeKind.INT;
    }
    if (isType(type, "java.lang.Long")) {
      return TypeKind.LONG;
    }
    if (isType(type, "java.lang.Double")) {
      return TypeKind.DOUBLE;
    }
    return isType(type, "java.lang.Boolean") ? TypeKind.BOOLEAN : type.getKind();
  }

  static boolean isType(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }

  private static Optional<TypeMirror> argument(TypeMirror type, int i) {
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    return i < arguments.size() ? Optional.of(arguments.get(i)) : Optional.empty();
  }

  private static Optional<Object> value(AnnotationMirror annotation, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        annotation.getElementValues().entrySet()) {
      if (((Element) each.getKey()).getSimpleName().contentEquals(member)) {
        return Optional.of(each.getValue().getValue());
      }
    }
    return Optional.empty();
  }

  static Optional<String> text(AnnotationMirror annotation, String member) {
    return value(annotation, member).map(String::valueOf);
  }

  private static boolean flag(AnnotationMirror annotation, String member) {
    return value(annotation, member).equals(Optional.of(true));
  }

  private static List<String> texts(AnnotationMirror annotation, String member) {
    return value(annotation, member).stream()
        .flatMap(each -> ((List<?>) each).stream())
        .map(each -> String.valueOf(((AnnotationValue) each).getValue()))
        .toList();
  }
}
