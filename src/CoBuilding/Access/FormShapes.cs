using System.Collections.Frozen;
using System.Globalization;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Access;

/// <summary>Checks a form's shape by the <see cref="AbstractValidator{T}"/> nested in it, in the actor's language.</summary>
internal static class FormShapes
{
    private static readonly FrozenDictionary<Type, IValidator> Validators = RoomAssemblies
        .Types.Where(t =>
            t is { IsClass: true, IsAbstract: false }
            && t.BaseType is { IsGenericType: true } parent
            && parent.GetGenericTypeDefinition() == typeof(AbstractValidator<>)
        )
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
            FieldProblem[] unreadable =
            [
                .. UnstorableTexts.In(form).Select(field => new FieldProblem(field, Texts.Wording.T("Fields.Unreadable"))),
            ];
            if (unreadable.Length > 0)
                throw new ValidationFailed(unreadable);
            if (!Validators.TryGetValue(form.GetType(), out var validator))
                return;
            var result = validator.Validate(new ValidationContext<object>(form));
            if (!result.IsValid)
                throw new ValidationFailed([.. result.Errors.Select(e => new FieldProblem(e.PropertyName, e.ErrorMessage))]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public static bool Has(Type form) => Validators.ContainsKey(form);
}
