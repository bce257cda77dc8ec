/**
 * The numbered rules that every resolver keeps.
 *
 * <p>A plugin's tests extend {@link org.mlsysim.testkit.ResolverConformance}; where no JUnit is,
 * {@link org.mlsysim.testkit.Conformance} checks the same rules by a plain call.
 */
module org.mlsysim.testkit {
  requires transitive org.mlsysim.api;
  requires static transitive org.junit.jupiter.api;

  exports org.mlsysim.testkit;
}
