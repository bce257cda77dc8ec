package org.mlsysim.api.catalog;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Port;

/**
 * The source of a figure.
 *
 * @param kind datasheet, paper, estimate, convention and the like
 * @param title the document, or what the figure was taken to be
 * @param url its address
 * @param verified the date on which the figure was checked, as YYYY-MM-DD
 * @param consulted the date on which the document was read for this edition
 * @param basis how the figure is known where no document was read
 * @param source a stable key of the source
 * @param referenceValue what the reference implementation has instead
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Provenance(
    @Port(doc = "datasheet, paper, estimate, convention and the like") String kind,
    @Port(doc = "the document, or what the figure was taken to be") String title,
    @Port(doc = "its address") Optional<String> url,
    @Port(doc = "date of the check, YYYY-MM-DD") Optional<String> verified,
    @Port(doc = "date on which the document was read") Optional<String> consulted,
    @Port(doc = "how the figure is known where no document was read") Optional<String> basis,
    @Port(doc = "stable key of the source") Optional<String> source,
    @Port(doc = "what the reference implementation has instead") Optional<String> referenceValue,
    @Port(doc = "remark") Optional<String> notes) {}
