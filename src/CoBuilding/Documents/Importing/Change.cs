namespace CoBuilding.Documents.Importing;

/// <summary>A field that a row changes; both values as they are shown, a mobile number masked.</summary>
public sealed record Change(string Column, string? Old, string? New);
