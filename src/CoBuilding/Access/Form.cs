using System.Collections.Frozen;
using System.Globalization;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Access;

/// <summary>A form that writes. Its operation id is created with the form, so that sending it twice has one effect.</summary>
public abstract record WritingForm
{
    public Guid OperationId { get; set; } = Guid.CreateVersion7();
}

public static class TypedText
{
    /// <summary>The text of an optional field: trimmed, or null.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Checks a form's shape by the <see cref="AbstractValidator{T}"/> nested in it, in the actor's language.</summary>
internal static class FormShapes
{
    private static readonly FrozenDictionary<Type, IValidator> Validators = typeof(FormShapes).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.BaseType is { IsGenericType: true } parent
            && parent.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
        .ToFrozenDictionary(t => t.BaseType!.GenericTypeArguments[0], t => (IValidator)Activator.CreateInstance(t)!);

    static FormShapes()
    {
        // A field's label in the messages is its own text: "Meetings.Title", or "Field.Title" where rooms share it.
        ValidatorOptions.Global.LanguageManager = new ValidationMessages();
        // One message per field; later failures usually follow from the first.
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : Texts.Wording.Label(member.Name);
    }

    public static void Check(object form, CultureInfo culture)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = culture;
            FieldProblem[] unreadable = [.. UnstorableTexts.In(form).Select(field => new FieldProblem(field, Texts.Wording.T("Fields.Unreadable")))];
            if (unreadable.Length > 0) throw new ValidationFailed(unreadable);
            if (!Validators.TryGetValue(form.GetType(), out var validator)) return;
            var result = validator.Validate(new ValidationContext<object>(form));
            if (!result.IsValid) throw new ValidationFailed([.. result.Errors.Select(e => new FieldProblem(e.PropertyName, e.ErrorMessage))]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public static bool Has(Type form) => Validators.ContainsKey(form);
}

/// <summary>The library's messages, replaced by those in <c>Fields.resx</c>, which avoid technical terms.</summary>
internal sealed class ValidationMessages : FluentValidation.Resources.LanguageManager
{
    public override string GetString(string key, CultureInfo? culture = null) => Texts.Wording.Find("Fields.Message_" + key) ?? base.GetString(key, culture);
}
