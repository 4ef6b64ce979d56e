namespace CoBuilding.Access;

/// <summary>A file within a form, compared and journaled by its hash.</summary>
public interface ISentFile
{
    /// <summary>Of the whole content, in lower-case hexadecimal digits.</summary>
    string Sha256 { get; }
}
