namespace CoBuilding.Documents;

/// <summary>A generated file for download. It is not stored.</summary>
public sealed record DocumentFile(string FileName, string ContentType, byte[] Bytes);
