namespace CoBuilding.Web.Forms;

/// <summary>By what a request that may write is known to be meant by whoever sends it.</summary>
internal enum FormPostKind
{
    /// <summary>The form's token: the sender's cookies alone prove nothing.</summary>
    Token,

    /// <summary>The link in the address.</summary>
    Link,

    /// <summary>Nothing: it changes only how this browser is shown what anybody may see.</summary>
    Preference,
}
