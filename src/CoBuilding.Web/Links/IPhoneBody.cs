using CoBuilding.Web.Forms;

namespace CoBuilding.Web.Links;

/// <summary>What a <see cref="PhoneBody{TAnswer, TForm}"/> says about its forms.</summary>
public interface IPhoneBody<TForm>
{
    /// <summary>Its text inputs, by name: their content is shown again even after the session has ended.</summary>
    static abstract IReadOnlyList<string> TextInputs { get; }

    /// <summary>The form's field that the buttons send, at which nothing can be said; null: none.</summary>
    static virtual string? ButtonField => null;

    /// <summary>The form's fields at which a broken rule is said; others are said at the top.</summary>
    static virtual IReadOnlyList<string> RuleFields => [];

    /// <summary>Reads every field that any of its forms sends: what cannot be read refuses the form.</summary>
    /// <param name="id">The row in the address; null: the link's own.</param>
    static abstract TForm Read(PostedForm sent, Guid? id);
}
