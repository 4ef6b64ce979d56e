namespace CoBuilding.Web.Forms;

/// <summary>What protects a writing request against forgery.</summary>
internal enum FormPostKind
{
    /// <summary>The form's token, since cookies alone do not prove the sender's intent.</summary>
    Token,

    /// <summary>The link in the address.</summary>
    Link,

    /// <summary>Nothing: it changes only a display preference of this browser.</summary>
    Preference,
}
