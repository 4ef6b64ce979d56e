using CoBuilding.Access;

namespace CoBuilding.Documents.Importing;

/// <summary>A list to be imported: a file, or cells pasted from a spreadsheet, in UTF-8.</summary>
public sealed record ImportSource(byte[] Bytes, [property: NotCompared] bool IsPasted = false);
