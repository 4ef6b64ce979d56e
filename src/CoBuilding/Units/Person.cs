using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>A person, visible to the whole district by name and post; the mobile number only within reach.</summary>
public sealed class Person : Tenanted
{
    public required string Name { get; set; }

    /// <summary>Optional; shown masked, whole only at a click that is journaled.</summary>
    [Secret]
    public string? Mobile { get; set; }

    /// <summary>Optional; handled like the number.</summary>
    [Secret]
    public string? Email { get; set; }

    /// <summary>This record is a duplicate: the survivor is shown in lists and includes its data.</summary>
    public Guid? MergedIntoId { get; set; }

    [Derived]
    public string FindKeys
    {
        get => Pinyin.FindKeys(true, Name);
        private set { }
    }

    [Derived]
    public string SortKey
    {
        get => Pinyin.SortKey(Name, true);
        private set { }
    }

    [Derived]
    public string StrokeKey
    {
        get => Pinyin.StrokeKey(Name);
        private set { }
    }

    /// <summary>
    /// There is one number and one e-mail address for one person: the survivor's own or, where it has none, this record's.
    /// </summary>
    /// <exception cref="RuleBroken">One of the two is such a record already, or both are the same.</exception>
    public void MergeInto(Person other)
    {
        if (other.Id == Id)
            throw DuplicatesRules.SameRecord();
        if (MergedIntoId is not null)
            throw DuplicatesRules.AlreadyMerged(Name);
        if (other.MergedIntoId is not null)
            throw DuplicatesRules.AlreadyMerged(other.Name);
        (MergedIntoId, other.Mobile, Mobile) = (other.Id, other.Mobile ?? Mobile, null);
        (other.Email, Email) = (other.Email ?? Email, null);
    }

    /// <exception cref="RuleBroken">It is not merged.</exception>
    public void Unmerge()
    {
        if (MergedIntoId is null)
            throw DuplicatesRules.NotMerged(Name);
        MergedIntoId = null;
    }

    /// <summary>138****5678; null when there is no number.</summary>
    public static string? Mask(string? mobile) =>
        mobile is { Length: >= 7 } ? $"{mobile[..3]}****{mobile[^4..]}"
        : mobile is null ? null
        : "****";

    /// <summary>z****@example.cn; null when there is no address.</summary>
    public static string? MaskEmail(string? email) =>
        email is null ? null : $"{email[0]}****{email[email.IndexOf('@', StringComparison.Ordinal)..]}";
}
