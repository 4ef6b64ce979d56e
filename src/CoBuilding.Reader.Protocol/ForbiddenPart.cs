namespace CoBuilding.Reader.Protocol;

/// <summary>Parts of Office files and actions of PDFs that run, fetch or send something.</summary>
public enum ForbiddenPart : byte
{
    AttachedTemplate,
    LinkedPicture,
    LinkedMedia,
    LinkedWorkbook,
    LinkedObject,
    EmbeddedObject,
    ActiveX,
    Frame,
    AlternativeFormat,
    Subdocument,
    SchemaLocation,
    FetchingField,
    FileLink,
    ExternalRelation,
    UnknownPart,
    Script,
    LaunchAction,
    SubmitFormAction,
    ImportDataAction,
    OtherFileAction,
    XfaForm,
    RichMedia,
    EmbeddedFile,
}
