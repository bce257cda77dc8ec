package org.mlsysim.api.catalog;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Port;

/** A figure that looks wrong or is easy to misread, and what became of it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Doubt(
    @Port(doc = "display name") String name,
    @Port(doc = "path of the record in doubt") String subject,
    @Port(doc = "dotted name of its field") String field,
    @Port(doc = "corrected, or still open") Status status,
    @Port(doc = "what the reference implementation has") String referenceValue,
    @Port(doc = "what the registry has") String valueHere,
    @Port(doc = "what the document says") String valueExpected,
    @Port(doc = "the document") String document,
    @Port(doc = "what the difference changes") Severity severity,
    @Port(doc = "whether the document was read") String basis,
    @Port(doc = "remark") Optional<String> text,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {

  /** What became of a doubt. */
  public enum Status {
    /** The registry holds another value than the reference. */
    CORRECTED,
    /** The registry still holds the value of the reference. */
    OPEN
  }

  /** What a doubtful value changes. */
  public enum Severity {
    /** A result moves by more than a tenth. */
    HIGH,
    /** A result moves in some uses. */
    MEDIUM,
    /** Rounding, wording or citation. */
    LOW
  }
}
